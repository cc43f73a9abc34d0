package org.ophiura.app.controller;

import java.util.random.RandomGenerator;
import org.ophiura.motion.cpg.Cpg;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgSettings;
import org.ophiura.motion.cpg.InitialRanges;
import org.ophiura.motion.cpg.JointMapping;
import org.ophiura.motion.drive.DriveSettings;
import org.ophiura.motion.drive.JointDrive;
import org.ophiura.motion.gait.DecisionSchedule;
import org.ophiura.motion.gait.GaitContext;
import org.ophiura.motion.gait.GaitModulator;
import org.ophiura.motion.gait.GaitPlugin;
import org.ophiura.motion.gait.Gaits;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;

/**
 * What follows a decision: a gait turns the action into slow commands, a central pattern generator
 * turns those into joint targets, and a drive into set-points of the actuators. Controllers differ
 * in how they decide and share this. Allocates nothing in a tick.
 */
final class ArmMotion {
  private final GaitModulator gait;
  private final DecisionSchedule schedule;
  private final Cpg cpg;
  private final CpgNetwork network;
  private final InitialRanges initialRanges;
  private final JointMapping joints;
  private final JointDrive drive;
  private final double[] targets;

  private RandomGenerator random = RandomGenerator.getDefault();
  private int tick;

  private ArmMotion(
      GaitModulator gait,
      DecisionSchedule schedule,
      Cpg cpg,
      CpgNetwork network,
      InitialRanges initialRanges,
      JointMapping joints,
      JointDrive drive) {
    this.gait = gait;
    this.schedule = schedule;
    this.cpg = cpg;
    this.network = network;
    this.initialRanges = initialRanges;
    this.joints = joints;
    this.drive = drive;
    targets = new double[joints.size()];
  }

  /**
   * Makes the parts for one robot.
   *
   * @throws SettingException if one of them does not fit it, with a path that begins with {@code
   *     cpg}, {@code drive} or {@code gait}
   */
  static ArmMotion create(
      CpgSettings cpgSettings,
      Choice<? extends GaitPlugin<?>> gaitChoice,
      DriveSettings driveSettings,
      int decisionPeriodTicks,
      RobotLayout layout,
      double controlPeriodSeconds) {
    CpgNetwork network = SettingException.under("cpg", () -> cpgSettings.network(layout));
    Cpg cpg =
        SettingException.under("cpg", () -> cpgSettings.create(network, controlPeriodSeconds));
    JointMapping joints = SettingException.under("cpg", () -> new JointMapping(network, layout));
    JointDrive drive = SettingException.under("drive", () -> JointDrive.of(layout, driveSettings));
    GaitModulator gait =
        SettingException.under(
            "gait", () -> Gaits.create(gaitChoice, GaitContext.of(network, layout)));
    DecisionSchedule schedule =
        SettingException.under("gait", () -> gait.schedule(decisionPeriodTicks));
    return new ArmMotion(gait, schedule, cpg, network, cpgSettings.initialRanges(), joints, drive);
  }

  /** Starts an episode: the next tick is one of decision. */
  void reset(RandomGenerator random) {
    this.random = random;
    tick = 0;
    cpg.reset(random, initialRanges);
  }

  /** Whether the controller decides anew before the next tick. */
  boolean decides() {
    return tick == 0;
  }

  /**
   * Moves the joints for one tick: action to gait to pattern generator to joint targets to
   * set-points of the actuators.
   *
   * @param state of the plant. Not modified.
   */
  void update(int action, PlantState state, JointCommand out) {
    begin(action);
    finish(state, out);
  }

  /**
   * The same with the amplitudes of each arm scaled.
   *
   * @param scales by arm. Not modified.
   */
  void update(int action, double[] scales, PlantState state, JointCommand out) {
    begin(action);
    for (int i = 0; i < network.size(); i++) {
      cpg.parameters().scaleAmplitude(i, scales[network.oscillators().get(i).arm()]);
    }
    finish(state, out);
  }

  private void begin(int action) {
    if (schedule.startsAfresh(tick)) {
      cpg.reset(random, initialRanges);
    }
    gait.modulate(action, cpg.parameters());
  }

  private void finish(PlantState state, JointCommand out) {
    schedule.rest(tick, cpg.parameters());
    cpg.step();
    joints.read(cpg, targets);
    drive.apply(targets, state, out);
    tick = tick + 1 == schedule.periodTicks() ? 0 : tick + 1;
  }

  /** The pattern generator, live. */
  Cpg cpg() {
    return cpg;
  }

  /** Makes the next tick one of decision. */
  void decideAnew() {
    tick = 0;
  }

  /** Target angles of the latest tick, live; see {@link VisibleMotion#jointTargets}. */
  double[] targets() {
    return targets;
  }

  /** Number of actions of the gait. */
  int actionCount() {
    return gait.actionCount();
  }

  /** Arms that the generator has oscillators for. */
  CpgNetwork network() {
    return network;
  }

  /** Control ticks from one decision to the next. */
  int decisionPeriodTicks() {
    return schedule.periodTicks();
  }
}
