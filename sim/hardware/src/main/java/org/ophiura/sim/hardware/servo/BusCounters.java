package org.ophiura.sim.hardware.servo;

/**
 * What became of every answer that was asked for: each is accepted, lost or refused, so that {@code
 * asked = accepted + lost + refused}. The other numbers say how. Live; written by one thread.
 */
public final class BusCounters {
  long instructions;
  long asked;
  long accepted;
  long lost;
  long refused;
  long retried;
  long corrupt;
  long doubtful;
  long late;
  long unexpected;
  long alerts;
  long unsent;
  final long[] lostByServo;

  BusCounters(int servos) {
    lostByServo = new long[servos];
  }

  /** Packets sent. */
  public long instructions() {
    return instructions;
  }

  /** Answers asked for, those asked for again included. */
  public long asked() {
    return asked;
  }

  /** Answers that came in time and in order. */
  public long accepted() {
    return accepted;
  }

  /** Answers that did not come, came damaged, or came too late. */
  public long lost() {
    return lost;
  }

  /** Answers of one servo that were lost, by its place in the list of joints. */
  public long lost(int servo) {
    return lostByServo[servo];
  }

  /** Answers that said that the servo could not do it. */
  public long refused() {
    return refused;
  }

  /** Answers asked for again. */
  public long retried() {
    return retried;
  }

  /** Packets with a wrong length, check sum or stuffing. */
  public long corrupt() {
    return corrupt;
  }

  /** Packets that looked right, but may have swallowed a byte of the next one: not accepted. */
  public long doubtful() {
    return doubtful;
  }

  /** Packets that came after they had been given up. */
  public long late() {
    return late;
  }

  /** Right packets that nobody had asked for. */
  public long unexpected() {
    return unexpected;
  }

  /** Answers with the alert bit: something ails the servo. */
  public long alerts() {
    return alerts;
  }

  /** Packets that the link did not take. */
  public long unsent() {
    return unsent;
  }

  @Override
  public String toString() {
    return asked
        + " answers asked for, "
        + accepted
        + " accepted, "
        + lost
        + " lost ("
        + corrupt
        + " corrupt packets, "
        + doubtful
        + " doubtful, "
        + late
        + " late), "
        + refused
        + " refused, "
        + retried
        + " asked for again, "
        + alerts
        + " alerts";
  }
}
