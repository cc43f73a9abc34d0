package org.ophiura.sim.hardware.safety;

import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantContract;
import org.ophiura.sim.hardware.ServoArm;

/** The robot of the other tests is one. */
final class ServoArmTest extends PlantContract {
  @Override
  protected Plant newPlant() {
    return new ServoArm(2);
  }
}
