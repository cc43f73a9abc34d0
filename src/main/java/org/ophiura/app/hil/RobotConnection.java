package org.ophiura.app.hil;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ophiura.app.results.UserException;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.link.ByteLink;
import org.ophiura.sim.hardware.link.LinkException;
import org.ophiura.sim.hardware.link.SerialLink;
import org.ophiura.sim.hardware.loop.StopSource;
import org.ophiura.sim.hardware.robot.HardwareLink;
import org.ophiura.sim.hardware.robot.HardwareParts;
import org.ophiura.sim.hardware.robot.HardwarePlant;
import org.ophiura.sim.hardware.robot.ServoBusLink;
import org.ophiura.sim.hardware.robot.UdpRobotLink;
import org.ophiura.sim.hardware.servo.ServoAccess;
import org.ophiura.sim.hardware.servo.ServoBus;
import org.ophiura.sim.hardware.servo.ServoException;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.hardware.source.FixedSource;
import org.ophiura.sim.hardware.source.ShadowedSource;
import org.ophiura.sim.hardware.source.SimulatedSource;
import org.ophiura.sim.hardware.source.StateSource;
import org.ophiura.sim.hardware.source.UdpSource;
import org.ophiura.sim.hardware.timing.LoopClock;
import org.ophiura.sim.hardware.timing.MonotonicClock;
import org.ophiura.sim.plugin.SettingException;

/**
 * The robot as it was connected to.
 *
 * @param plant the robot; closing it ends the connection
 * @param shadow the state of the simulation that runs beside it, live; empty without one
 * @param clock that of the loop
 */
public record RobotConnection(HardwarePlant plant, Optional<PlantState> shadow, LoopClock clock)
    implements AutoCloseable {
  private static final List<String> MEASURED = List.of("joint_position", "joint_velocity");

  /**
   * Connects to a robot, with its torque off.
   *
   * @param dry whether it is only read
   * @param shadowed whether a simulation runs beside it even if no state is asked of it
   * @param stops who may stop it
   * @throws SettingException if a setting of the plant does not fit the robot
   * @throws UserException if the robot cannot be reached
   */
  public static RobotConnection open(
      ServoPlants plants, boolean dry, boolean shadowed, List<StopSource> stops) {
    ServosSettings settings = plants.settings();
    LoopClock clock = new MonotonicClock(settings.loop().spin());
    Beside beside = Beside.open(plants, shadowed, clock);
    HardwareLink link = null;
    try {
      link = link(plants);
      HardwareParts parts =
          new HardwareParts(
              link,
              plants.layout(),
              settings.robot(plants.layout(), plants.controlPeriodSeconds(), dry),
              calibrated(settings, plants.layout()),
              beside.source,
              stops,
              clock);
      return new RobotConnection(HardwarePlant.open(parts), beside.shadow, clock);
    } catch (RuntimeException e) {
      if (link != null) {
        link.close();
      }
      beside.source.close();
      throw e instanceof LinkException || e instanceof ServoException
          ? new UserException(String.valueOf(e.getMessage()))
          : e;
    }
  }

  /** A microcontroller knows its calibration itself. */
  private static IntPredicate calibrated(ServosSettings settings, RobotLayout layout) {
    return actuator ->
        settings.protocol() == Protocol.UDP
            || settings.joints().stream()
                .filter(joint -> joint.joint().equals(layout.actuators().get(actuator).joint()))
                .anyMatch(joint -> joint.calibration().isPresent());
  }

  private static HardwareLink link(ServoPlants plants) {
    ServosSettings settings = plants.settings();
    String port = settings.port().orElseThrow(RobotConnection::noPort);
    return switch (settings.protocol()) {
      case DYNAMIXEL_2 -> bus(port, settings, plants);
      case UDP -> udp(settings, plants.layout());
    };
  }

  static SettingException noPort() {
    return new SettingException(
        "port",
        "must say where the servos are, such as /dev/ttyUSB0; without servos, make some with"
            + " 'ophiura hil emulate'");
  }

  private static HardwareLink bus(String port, ServosSettings settings, ServoPlants plants) {
    List<ServoJoint> joints = settings.joints();
    RobotLayout layout = plants.layout();
    checkBudget(settings, plants.controlPeriodSeconds());
    if (joints.isEmpty()) {
      throw new SettingException(
          "joints", "must name the servo of each joint; 'ophiura hil calibrate' writes this block");
    }
    ByteLink bytes = open(port, settings.baud());
    try {
      List<ServoModel> models = new ServoAccess(bytes, settings.bus()).identify(joints);
      ServoBus bus = new ServoBus(bytes, settings.bus(), joints, models);
      return new ServoBusLink(bytes, bus, joints, layout);
    } catch (RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static ByteLink open(String port, int baud) {
    try {
      return SerialLink.open(port, baud);
    } catch (LinkException e) {
      throw Files.exists(Path.of(port))
          ? e
          : new SettingException(
              "port",
              "must be there: "
                  + e.getMessage()
                  + " Without servos, make some with 'ophiura hil emulate'");
    }
  }

  private static void checkBudget(ServosSettings settings, double periodSeconds) {
    double line = ServoBus.cycleLineNanos(settings.bus(), settings.joints().size()) * 1e-9;
    if (line > periodSeconds) {
      throw new SettingException(
          "baud",
          String.format(
              Locale.ROOT,
              "must be enough to talk to %d servos within a control period of %.3f s, got %d, at"
                  + " which that takes %.3f s; the doctor says which is enough",
              settings.joints().size(),
              periodSeconds,
              settings.baud(),
              line));
    }
  }

  private static HardwareLink udp(ServosSettings settings, RobotLayout layout) {
    int actuators = layout.actuators().size();
    return new UdpRobotLink(
        settings.openUdp(actuators),
        IntStream.range(0, actuators)
            .mapToDouble(actuator -> greatestEffort(layout, actuator))
            .toArray());
  }

  /** What an actuator gives at most (N m). */
  static double greatestEffort(RobotLayout layout, int actuator) {
    ActuatorSpec spec = layout.actuators().get(actuator);
    Optional<ObservationSpec> force = layout.findObservation("actuator_force");
    double limit = force.map(known -> known.upper(actuator)).orElse(Double.POSITIVE_INFINITY);
    return Double.isFinite(limit) ? limit : Math.abs(spec.effort()) * (spec.upper() - spec.lower());
  }

  @Override
  public void close() {
    plant.close();
  }

  /** What is beside the servos: the source of the rest of the state, and the shadow. */
  private record Beside(StateSource source, Optional<PlantState> shadow) {

    static Beside open(ServoPlants plants, boolean shadowed, LoopClock clock) {
      StateSettings state = plants.settings().state();
      if (state instanceof StateSettings.Simulation) {
        SimulatedSource simulation =
            new SimulatedSource(plants.simulations().newPlant(), plants.layout(), MEASURED);
        return new Beside(simulation, Optional.of(simulation.simulated()));
      }
      StateSource source = SettingException.under("state", () -> source(state, plants, clock));
      if (!shadowed) {
        return new Beside(source, Optional.empty());
      }
      List<String> all =
          plants.layout().observations().stream().map(ObservationSpec::name).toList();
      SimulatedSource shadow =
          new SimulatedSource(plants.simulations().newPlant(), plants.layout(), all);
      return new Beside(new ShadowedSource(source, shadow), Optional.of(shadow.simulated()));
    }

    private static StateSource source(StateSettings state, ServoPlants plants, LoopClock clock) {
      if (state instanceof StateSettings.Fixed fixed) {
        return new FixedSource(fixed.observations(), plants.layout());
      }
      if (state instanceof StateSettings.Udp udp) {
        try {
          return new UdpSource(
              udp.observations(),
              plants.layout(),
              new InetSocketAddress(udp.port()),
              udp.timeout(),
              clock);
        } catch (IOException e) {
          throw new UserException(String.valueOf(e.getMessage()));
        }
      }
      return StateSource.NONE;
    }
  }
}
