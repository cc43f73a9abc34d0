package org.ophiura.sim.hardware.source;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;

/**
 * A simulation that runs beside the robot and gets the same commands: its state stands in for what
 * the servos do not measure, and can be compared with what they do.
 */
public final class SimulatedSource implements StateSource {
  private final Plant simulation;
  private final int[] from;
  private final int[] to;
  private CycleStatus status = CycleStatus.OK;

  /**
   * Takes over the simulation: closing this closes it.
   *
   * @param layout of the robot beside which it runs
   * @param measured names of the observations that the servos measure themselves
   */
  public SimulatedSource(Plant simulation, RobotLayout layout, List<String> measured) {
    this.simulation = simulation;
    int size = 0;
    for (ObservationSpec observation : layout.observations()) {
      size += taken(observation, measured).map(ObservationSpec::size).orElse(0);
    }
    from = new int[size];
    to = new int[size];
    int next = 0;
    for (ObservationSpec observation : layout.observations()) {
      Optional<ObservationSpec> own = taken(observation, measured);
      if (own.isPresent()) {
        for (int i = 0; i < own.get().size(); i++) {
          from[next] = own.get().offset() + i;
          to[next] = observation.offset() + i;
          next++;
        }
      }
    }
  }

  private Optional<ObservationSpec> taken(ObservationSpec wanted, List<String> measured) {
    return measured.contains(wanted.name())
        ? Optional.empty()
        : simulation
            .layout()
            .findObservation(wanted.name())
            .filter(own -> own.size() == wanted.size());
  }

  /** The simulation's own state, live: for comparing. */
  public PlantState simulated() {
    return simulation.state();
  }

  @Override
  public CycleStatus read(double[] state) {
    PlantState simulated = simulation.state();
    for (int i = 0; i < from.length; i++) {
      state[to[i]] = simulated.get(from[i]);
    }
    return status;
  }

  @Override
  public void reset(ResetSpec spec, RandomGenerator random) {
    simulation.reset(spec, random);
    status = CycleStatus.OK;
  }

  @Override
  public void commanded(JointCommand command) {
    CycleStatus stepped = simulation.step(command);
    status = stepped == CycleStatus.DIVERGED ? CycleStatus.FAULT : stepped;
  }

  @Override
  public void placeTarget(double x, double y, double z) {
    simulation.placeTarget(x, y, z);
  }

  @Override
  public void close() {
    simulation.close();
  }
}
