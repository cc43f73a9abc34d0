package org.ophiura.sim.hardware.mcap;

import java.io.IOException;

/** A file is not a log that can be read here: a user's mistake, told in one sentence. */
public final class McapFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what to do about it. */
  public McapFormatException(String message) {
    super(message);
  }
}
