package org.ophiura.sim.hardware.servo;

import java.util.Optional;
import org.ophiura.sim.hardware.dynamixel.ServoModel;

/**
 * What came of asking who has an id.
 *
 * @param id that was asked for
 * @param answer how it went
 * @param modelNumber what answered; 0 if nothing right did
 * @param firmware its firmware
 */
public record Ping(int id, Answer answer, int modelNumber, int firmware) {
  /** How a ping goes. */
  public enum Answer {
    /** Nothing came back. */
    SILENCE,
    /** Bytes came back every time, but never an answer: two servos with the id, or noise. */
    GARBLED,
    /** A servo answered. */
    SERVO
  }

  /** The servo's model; empty if it is not known here. */
  public Optional<ServoModel> model() {
    return ServoModel.of(modelNumber);
  }
}
