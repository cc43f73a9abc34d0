package org.ophiura.sim;

/**
 * Makes plants of one kind, which share what can be shared (a compiled model), so that each thread
 * can step one of its own. Thread-safe.
 */
public interface PlantFactory extends AutoCloseable {

  /** The layout that all plants of this factory have. */
  RobotLayout layout();

  /** Duration of one step of its plants, in seconds. */
  double controlPeriodSeconds();

  /** Makes a plant, reset to {@link ResetSpec#ORIGIN}; the caller closes it before the factory. */
  Plant newPlant();

  /** Makes what is behind guards such as limits; this if its plants have none. */
  default PlantFactory innermost() {
    return this;
  }

  /** Releases what the plants share. Closing again does nothing. */
  @Override
  void close();
}
