package org.ophiura.app.hil;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.emulator.EmulatedBus;
import org.ophiura.sim.hardware.emulator.EmulatedServo;
import org.ophiura.sim.hardware.emulator.EmulatorServer;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.link.ByteLink;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.mujoco.SimulatedPlant;
import org.ophiura.sim.mujoco.SimulatedPlants;
import org.ophiura.sim.mujoco.plugin.MujocoPlantPlugin;
import org.ophiura.sim.plugin.SettingException;

/**
 * The robot of a trial without the robot: byte-exact servos that move it in MuJoCo. It starts like
 * the trial's first evaluation episode; whenever its torque has been off for a moment after having
 * been on, somebody puts it, and the target, where the next episode starts.
 */
public final class RobotEmulator implements AutoCloseable {
  /** How long the torque has to be off before the robot is put back (own choice). */
  private static final double PUT_BACK_SECONDS = 0.3;

  /** The servos' return delay counts in steps of 2 us (register 9). */
  private static final double RETURN_DELAY_UNIT = 2e-6;

  private final Trial trial;
  private final SimulatedPlants plants;
  private final SimulatedPlant plant;
  private final PhysicsBody body;
  private final EmulatedBus bus;
  private final Optional<StateSender> sender;
  private final int sendEvery;
  private final long putBackSteps;
  private boolean driven;
  private long restingSteps;
  private int episode;

  /**
   * Builds the robot.
   *
   * @param trial with a plant of servos; stays the caller's to close
   * @param model of all servos
   * @param faults what goes wrong, and when
   * @param seed of the chance in it
   * @throws SettingException if the trial has no servos to emulate
   */
  public RobotEmulator(Trial trial, ServoModel model, List<Fault> faults, long seed) {
    this.trial = trial;
    ServosSettings settings = RobotRun.servos(trial).settings();
    requireServos(settings, trial.plants().layout());
    plants = new MujocoPlantPlugin().create(settings.simulation().atPhysicsRate(), List.of());
    try {
      plant = plants.newPlant();
      body = new PhysicsBody(plant, settings.joints(), this::stepped);
      sender =
          settings.state() instanceof StateSettings.Udp udp
              ? Optional.of(
                  SettingException.under(
                      "plant", () -> new StateSender(udp, plant.layout(), plant.state())))
              : Optional.empty();
      sendEvery =
          (int)
              Math.max(
                  1,
                  Math.round(trial.plants().controlPeriodSeconds() / plant.controlPeriodSeconds()));
      putBackSteps = Math.round(PUT_BACK_SECONDS / plant.controlPeriodSeconds());
      begin();
      SplittableRandom random = new SplittableRandom(seed);
      List<EmulatedServo> servos = new ArrayList<>();
      for (int i = 0; i < settings.joints().size(); i++) {
        ServoJoint joint = settings.joints().get(i);
        EmulatedServo servo =
            new EmulatedServo(
                model,
                joint.id(),
                settings.baud(),
                model.fastReadFirmware(),
                body.servo(i),
                random.split());
        servo.set(
            "return-delay-time", (int) Math.round(settings.returnDelay() / RETURN_DELAY_UNIT));
        servos.add(servo);
      }
      bus = new EmulatedBus(servos, body, settings.baud(), faults, random);
    } catch (RuntimeException e) {
      plants.close();
      throw e;
    }
  }

  private static void requireServos(ServosSettings settings, RobotLayout layout) {
    if (settings.protocol() != Protocol.DYNAMIXEL_2) {
      throw new SettingException("plant.protocol", "must be dynamixel-2 to be emulated, got udp");
    }
    if (settings.joints().isEmpty()) {
      throw new SettingException(
          "plant.joints", "must name the servo of each joint, such as {joint: NAME, id: 1}");
    }
    for (int i = 0; i < settings.joints().size(); i++) {
      String joint = settings.joints().get(i).joint();
      if (layout.actuators().stream().noneMatch(actuator -> actuator.joint().equals(joint))) {
        throw new SettingException(
            "plant.joints[" + i + "].joint",
            "must be a joint with an actuator, got '" + joint + "'");
      }
    }
  }

  /** The servos and their line. */
  public EmulatedBus bus() {
    return bus;
  }

  /** Episodes that have begun. */
  public int episodes() {
    return episode;
  }

  /**
   * Answers on a link, on the calling thread.
   *
   * @param stop asked at least once a millisecond
   * @return whether it was asked to stop; false if the link is gone or the physics has broken down
   */
  public boolean serve(ByteLink link, BooleanSupplier stop) {
    return new EmulatorServer(bus, link).serve(() -> stop.getAsBoolean() || !body.isWell())
        && body.isWell();
  }

  private void begin() {
    Optional<Task> task = trial.newTask();
    ResetSpec start =
        task.map(asked -> asked.start(EpisodeKind.EVALUATION.start(trial.streams(), episode)))
            .orElse(ResetSpec.ORIGIN);
    plant.reset(start, EpisodeKind.EVALUATION.noise(trial.streams(), episode));
    episode++;
  }

  private void stepped() {
    if (sender.isPresent() && body.steps() % sendEvery == 0) {
      sender.get().send();
    }
    restingSteps = body.driven() ? 0 : restingSteps + 1;
    driven |= body.driven();
    if (driven && restingSteps > putBackSteps) {
      driven = false;
      begin();
    }
  }

  @Override
  public void close() {
    sender.ifPresent(StateSender::close);
    plants.close();
  }
}
