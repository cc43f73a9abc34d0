package org.ophiura.app.recording;

import java.util.List;
import java.util.Optional;
import org.ophiura.app.controller.VisibleMotion;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Replay;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
import org.ophiura.motion.cpg.ArmJoint;
import org.ophiura.motion.cpg.Cpg;
import org.ophiura.motion.cpg.Oscillator;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.mujoco.SimulatedPlant;
import org.ophiura.sim.mujoco.SimulatedPlants;
import org.ophiura.sim.mujoco.scene.BodyPoses;
import org.ophiura.sim.mujoco.scene.Scene;

/** Records an episode as it runs, on the episode's thread. Reads the rig, and changes nothing. */
public final class EpisodeRecorder implements EpisodeListener {
  private final Trial trial;
  private final Rig rig;
  private final Optional<SimulatedPlant> plant;
  private final Optional<BodyPoses> bodies;
  private final Optional<VisibleMotion> motion;
  private final Optional<DecidingController> decider;
  private final Optional<ObservationSpec> diskPosition;
  private final int targetBody;
  private final double periodSeconds;
  private final List<String> oscillators;
  private final List<String> joints;
  private final int[] jointPlaces;

  private final Samples poses;
  private final Samples touching;
  private final Samples leader = new Samples(1);
  private final Samples state = new Samples(1);
  private final Samples phases;
  private final Samples amplitudes;
  private final Samples outputs;
  private final Samples targets;
  private final Samples positions;
  private final Samples disk;
  private final Samples target;

  private EpisodeRecorder(Trial trial, Rig rig) {
    this.trial = trial;
    this.rig = rig;
    plant =
        rig.plant().innermost() instanceof SimulatedPlant simulated
            ? Optional.of(simulated)
            : Optional.empty();
    bodies =
        trial.plants().innermost() instanceof SimulatedPlants simulated
            ? Optional.of(new BodyPoses(simulated))
            : Optional.empty();
    motion =
        rig.controller() instanceof VisibleMotion visible ? Optional.of(visible) : Optional.empty();
    decider = rig.decider();
    RobotLayout layout = trial.layout();
    diskPosition = layout.findObservation("disk_position");
    targetBody = bodies.map(read -> body(read.scene(), Scene.Role.TARGET)).orElse(Scene.NONE);
    periodSeconds = rig.plant().controlPeriodSeconds();
    oscillators =
        motion
            .map(visible -> visible.cpg().network().oscillators())
            .map(all -> all.stream().map(Oscillator::name).toList())
            .orElse(List.of());
    joints =
        motion.isPresent() ? ArmJoint.of(layout).stream().map(ArmJoint::name).toList() : List.of();
    int firstPosition =
        layout.findObservation("joint_position").map(ObservationSpec::offset).orElse(0);
    jointPlaces =
        joints.stream().mapToInt(name -> firstPosition + layout.jointIndex(name)).toArray();
    poses = new Samples(bodies.map(read -> read.poses().length).orElse(0));
    touching = new Samples(bodies.map(read -> read.touching().length).orElse(0));
    phases = new Samples(oscillators.size());
    amplitudes = new Samples(oscillators.size());
    outputs = new Samples(oscillators.size());
    targets = new Samples(joints.size());
    positions = new Samples(joints.size());
    disk = new Samples(diskPosition.isPresent() ? 2 : 0);
    target = new Samples(targetBody >= 0 ? 2 : 0);
  }

  /** Runs an evaluation episode of a trial again and records it. */
  public static Recording record(Trial trial, int episode, Optional<Policy> policy) {
    EpisodeRecorder[] recorder = new EpisodeRecorder[1];
    EpisodeResult result =
        Replay.run(
            trial,
            EpisodeKind.EVALUATION,
            episode,
            policy,
            rig -> recorder[0] = new EpisodeRecorder(trial, rig));
    return recorder[0].recording(result);
  }

  @Override
  public void began(PlantState initial) {
    add(initial);
    leader.set(0, Scene.NONE); // Nothing has been decided yet.
  }

  @Override
  public void stepped(PlantState after, JointCommand command, double reward) {
    add(after);
  }

  private void add(PlantState now) {
    bodies.ifPresent(
        read -> {
          read.read(plant.orElseThrow());
          poses.add(read.poses());
          int place = touching.add();
          for (boolean touches : read.touching()) {
            touching.set(place++, touches ? 1 : 0);
          }
          if (targetBody >= 0) {
            int start = target.add();
            target.set(start, read.poses()[targetBody * BodyPoses.NUMBERS]);
            target.set(start + 1, read.poses()[targetBody * BodyPoses.NUMBERS + 1]);
          }
        });
    leader.set(leader.add(), motion.map(VisibleMotion::leadingArm).orElse(Scene.NONE));
    state.set(
        state.add(),
        decider.map(deciding -> deciding.indexer().indexOf(rig.state())).orElse(Scene.NONE));
    motion.ifPresent(visible -> addMotion(visible, now));
    diskPosition.ifPresent(
        place -> {
          int start = disk.add();
          disk.set(start, now.get(place.offset()));
          disk.set(start + 1, now.get(place.offset() + 1));
        });
  }

  private void addMotion(VisibleMotion visible, PlantState now) {
    Cpg cpg = visible.cpg();
    int phase = phases.add();
    int amplitude = amplitudes.add();
    int output = outputs.add();
    for (int i = 0; i < cpg.size(); i++) {
      phases.set(phase + i, cpg.phase(i));
      amplitudes.set(amplitude + i, cpg.amplitude(i));
      outputs.set(output + i, cpg.output(i));
    }
    int wanted = targets.add();
    int is = positions.add();
    for (int k = 0; k < jointPlaces.length; k++) {
      targets.set(wanted + k, visible.jointTargets()[k]);
      positions.set(is + k, now.get(jointPlaces[k]));
    }
  }

  private static int body(Scene scene, Scene.Role role) {
    for (int i = 0; i < scene.bodies().size(); i++) {
      if (scene.bodies().get(i).role() == role) {
        return i;
      }
    }
    return Scene.NONE;
  }

  private Recording recording(EpisodeResult result) {
    return new Recording(
        trial.settings().name(),
        trial.settings().seed(),
        periodSeconds,
        bodies.map(BodyPoses::scene),
        poses,
        touching,
        leader,
        state,
        oscillators,
        phases,
        amplitudes,
        outputs,
        joints,
        targets,
        positions,
        disk,
        target,
        result);
  }
}
