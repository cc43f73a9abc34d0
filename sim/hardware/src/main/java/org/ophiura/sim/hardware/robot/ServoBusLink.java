package org.ophiura.sim.hardware.robot;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.dynamixel.Address;
import org.ophiura.sim.hardware.dynamixel.PacketWriter;
import org.ophiura.sim.hardware.link.ByteLink;
import org.ophiura.sim.hardware.servo.ServoBus;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.hardware.servo.ServoReadings;
import org.ophiura.sim.plugin.SettingException;

/**
 * Servos on a bus as the actuators of a robot, in whatever order the settings list them. A servo
 * whose torque is off though it was put on has restarted, which is an error.
 *
 * <p>A stop while another thread hangs in an exchange sends a packet that was made beforehand, past
 * the bus and its buffers; whether it was heard is asked when the exchange is over.
 */
public final class ServoBusLink implements HardwareLink {
  /** The bus asks one servo for one of three things in each cycle. */
  private static final int HEALTH_KINDS = 3;

  private final ByteLink bytes;
  private final ServoBus bus;
  private final int[] servoOf;
  private final ServoReadings measured;
  private final JointCommand targets;
  private final PacketWriter torqueOff;
  private final boolean[] seenOn;
  private final int cyclesUntilSeen;
  private int cyclesSinceOn;
  private boolean on;
  private volatile boolean talking;

  /**
   * Puts a bus between a robot and its servos.
   *
   * @param bytes the link of the bus; closed with it
   * @param joints those of the bus, in its order
   * @throws SettingException for {@code joints} if an actuator has no servo, or a servo no actuator
   */
  public ServoBusLink(ByteLink bytes, ServoBus bus, List<ServoJoint> joints, RobotLayout layout) {
    this.bytes = bytes;
    this.bus = bus;
    servoOf = order(joints, layout);
    measured = new ServoReadings(servoOf.length);
    targets = new JointCommand(servoOf.length);
    seenOn = new boolean[servoOf.length];
    cyclesUntilSeen = 2 * HEALTH_KINDS * servoOf.length;
    // A third more for stuffing: one byte in three at most.
    torqueOff = new PacketWriter((PacketWriter.OVERHEAD + 4 + 2 * servoOf.length) * 4 / 3);
    torqueOff.beginSyncWrite(Address.TORQUE_ENABLE, 1);
    for (ServoJoint joint : joints) {
      torqueOff.put(joint.id()).put(0);
    }
    torqueOff.end();
  }

  private static int[] order(List<ServoJoint> joints, RobotLayout layout) {
    checkJoints(joints, layout);
    List<String> given = joints.stream().map(ServoJoint::joint).toList();
    return layout.actuators().stream().mapToInt(own -> given.indexOf(own.joint())).toArray();
  }

  /**
   * Makes sure that each actuator of a robot has one servo, and each servo an actuator.
   *
   * @throws SettingException for {@code joints} if not
   */
  public static void checkJoints(List<ServoJoint> joints, RobotLayout layout) {
    List<String> driven = layout.actuators().stream().map(ActuatorSpec::joint).toList();
    List<String> given = joints.stream().map(ServoJoint::joint).toList();
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < given.size(); i++) {
      String joint = given.get(i);
      if (!driven.contains(joint)) {
        throw new SettingException(
            "joints[" + i + "].joint",
            "must be a joint with an actuator, got '"
                + joint
                + "'"
                + NearestName.suggestion(joint, driven));
      }
      if (!seen.add(joint)) {
        throw new SettingException(
            "joints[" + i + "].joint", "must have one servo, got '" + joint + "' again");
      }
    }
    for (String joint : driven) {
      if (!given.contains(joint)) {
        throw new SettingException(
            "joints", "must have a servo for every joint, got none for '" + joint + "'");
      }
    }
  }

  @Override
  public int servos() {
    return servoOf.length;
  }

  @Override
  public CycleStatus read(Readings into, long deadlineNanos) {
    talking = true;
    CycleStatus status = bus.read(measured, deadlineNanos);
    talking = false;
    cyclesSinceOn += cyclesSinceOn < Integer.MAX_VALUE ? 1 : 0;
    for (int i = 0; i < servoOf.length; i++) {
      int servo = servoOf[i];
      if (measured.age(servo) == 0) {
        into.answered(
            i, measured.position(servo), measured.velocity(servo), measured.effort(servo));
      } else {
        into.missed(i);
      }
      into.health(i, measured.temperature(servo), measured.voltage(servo), ailing(servo));
    }
    return status;
  }

  private boolean ailing(int servo) {
    boolean torque = measured.torque(servo);
    seenOn[servo] |= torque;
    boolean restarted = on && !torque && (seenOn[servo] || cyclesSinceOn > cyclesUntilSeen);
    return restarted
        || measured.hardwareErrors(servo) != 0
        || (on && measured.watchdogExpired(servo));
  }

  @Override
  public CycleStatus write(JointCommand command, long deadlineNanos) {
    for (int i = 0; i < servoOf.length; i++) {
      targets.set(servoOf[i], command.get(i));
    }
    talking = true;
    CycleStatus status = bus.write(targets, deadlineNanos);
    talking = false;
    return status;
  }

  @Override
  public boolean torqueOn(Readings latest, double watchdogSeconds, long deadlineNanos) {
    talking = true;
    on = bus.torqueOn(measured, watchdogSeconds, deadlineNanos) == 0;
    talking = false;
    measured.forgetExpiredWatchdogs();
    cyclesSinceOn = 0;
    for (int i = 0; i < seenOn.length; i++) {
      seenOn[i] = false;
    }
    return on;
  }

  @Override
  public boolean torqueOff(long deadlineNanos) {
    bytes.write(torqueOff.bytes(), 0, torqueOff.size(), deadlineNanos);
    if (talking) {
      return false;
    }
    talking = true;
    on = false;
    int unconfirmed = bus.torqueOff(deadlineNanos);
    talking = false;
    return unconfirmed == 0;
  }

  @Override
  public long retries() {
    return bus.counters().retried();
  }

  @Override
  public long lostPackets() {
    return bus.counters().lost();
  }

  @Override
  public void close() {
    bus.close();
  }
}
