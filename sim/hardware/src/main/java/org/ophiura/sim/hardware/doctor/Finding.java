package org.ophiura.sim.hardware.doctor;

import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param well whether it is as it should be
 * @param subject what was looked at, such as {@code port}
 * @param found what was found
 * @param fix what to do about it; empty where nothing has to be, or {@code found} says it
 */
public record Finding(boolean well, String subject, String found, Optional<String> fix) {

  static Finding well(String subject, String found) {
    return new Finding(true, subject, found, Optional.empty());
  }

  static Finding problem(String subject, String found, String fix) {
    return new Finding(false, subject, found, Optional.of(fix));
  }

  /** A problem in one sentence with its remedy. */
  static Finding problem(String subject, String sentence) {
    return new Finding(false, subject, sentence, Optional.empty());
  }
}
