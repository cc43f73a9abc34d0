package org.ophiura.sim.hardware.servo;

/**
 * How a bus of servos is talked to.
 *
 * @param baud bits per second, as the servos are set (register 8)
 * @param returnDelaySeconds pause of the servos before they answer, as they are set (register 9)
 * @param patienceSeconds how much longer than its bytes take an answer is waited for: what
 *     operating system and USB adapter add
 * @param retries how often servos that did not answer are asked again within a period
 * @param fastRead whether all servos answer with one packet (fast sync read); needs a firmware that
 *     can
 */
public record BusSettings(
    int baud, double returnDelaySeconds, double patienceSeconds, int retries, boolean fastRead) {

  /** The same bus at another baud rate. */
  public BusSettings withBaud(int other) {
    return new BusSettings(other, returnDelaySeconds, patienceSeconds, retries, fastRead);
  }
}
