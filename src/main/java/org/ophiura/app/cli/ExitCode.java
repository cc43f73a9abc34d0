package org.ophiura.app.cli;

/** What the process tells its caller. The launcher adds 3: something must be installed first. */
final class ExitCode {
  /** All went well. */
  static final int OK = 0;

  /** A defect of Ophiura: the message asks to report it. */
  static final int DEFECT = 1;

  /** A mistake in the arguments or files; the message says how to mend it. */
  static final int USER_MISTAKE = 2;

  /** This machine lacks something. */
  static final int SET_UP = 3;

  /** It went otherwise than it should: a robot was stopped, or a replay differs. */
  static final int NOT_AS_EXPECTED = 4;

  /** Ended by Ctrl-C. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
