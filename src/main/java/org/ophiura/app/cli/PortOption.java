package org.ophiura.app.cli;

import org.ophiura.app.results.UserException;
import picocli.CommandLine.Option;

/** Where a page is served. */
final class PortOption {
  private static final int GREATEST = 65_535;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the live page; default: a free one.")
  private int port;

  /** Complains of what cannot be a port. */
  void check() {
    number();
  }

  /** Checked port; 0 for a free one. */
  int number() {
    if (port < 0 || port > GREATEST) {
      throw new UserException("--port must be in [0, " + GREATEST + "], got " + port);
    }
    return port;
  }
}
