package org.ophiura.sim.hardware.servo;

import java.util.List;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.hardware.dynamixel.Address;
import org.ophiura.sim.hardware.dynamixel.PacketWriter;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.dynamixel.StatusError;
import org.ophiura.sim.hardware.link.ByteLink;
import org.ophiura.sim.plugin.SettingException;

/**
 * All servos of a robot on one link, in the order of its joints: {@link #read} and {@link #write}
 * once in each control period. One thread; allocates nothing after construction; nothing throws
 * after it.
 *
 * <p>Besides the positions, each read asks one servo for one of: torque and hardware errors, bus
 * watchdog, voltage and temperature; so all of it is known after three times as many cycles as
 * there are servos. A servo that alerts is asked for its hardware errors at once.
 */
public final class ServoBus implements AutoCloseable {
  private static final int PRESENT_LENGTH = 10;
  private static final int WRITE_LENGTH = 5;

  private final ByteLink link;
  private final BusSettings settings;
  private final int[] ids;
  private final TickScale[] scales;
  private final double[] effortUnits;
  private final BusCounters counters;
  private final Exchange exchange;
  private final SyncReader reader;
  private final HealthRotation health;

  /**
   * Takes over servos whose models are known, such as from {@link ServoAccess#identify}.
   *
   * @param joints all with a calibration
   * @param models of the servos, in the same order
   * @throws SettingException for {@code joints[i]} if a calibration is missing or an id is there
   *     twice
   */
  public ServoBus(
      ByteLink link, BusSettings settings, List<ServoJoint> joints, List<ServoModel> models) {
    checkIds(joints);
    this.link = link;
    this.settings = settings;
    int servos = joints.size();
    ids = joints.stream().mapToInt(ServoJoint::id).toArray();
    scales = new TickScale[servos];
    effortUnits = new double[servos];
    for (int i = 0; i < servos; i++) {
      ServoJoint joint = joints.get(i);
      String path = "joints[" + i + "]";
      scales[i] =
          new TickScale(
              joint
                  .calibration()
                  .orElseThrow(
                      () ->
                          new SettingException(
                              path + ".calibration",
                              "must be given for a servo that is driven; ophiura hil calibrate finds"
                                  + " it out")));
      // Current (mA of 1750) or load (0.1 %), as a fraction.
      double unit = models.get(i).measuresCurrent() ? 1.0 / 1750 : 1.0 / 1000;
      effortUnits[i] = unit * scales[i].sign();
    }
    counters = new BusCounters(servos);
    exchange =
        new Exchange(
            link,
            settings,
            Math.max(SyncReader.largestPacket(servos), largestWrite(servos)),
            counters);
    reader = new SyncReader(exchange, ids, counters);
    health = new HealthRotation(exchange, reader, ids, counters);
  }

  /**
   * Makes sure that no two joints ask for the same servo.
   *
   * @throws SettingException for {@code joints[i].id} if two do
   */
  public static void checkIds(List<ServoJoint> joints) {
    for (int i = 0; i < joints.size(); i++) {
      int id = joints.get(i).id();
      for (ServoJoint other : joints.subList(0, i)) {
        if (other.id() == id) {
          throw new SettingException(
              "joints[" + i + "].id",
              "must differ from that of all other joints, got "
                  + id
                  + ", which "
                  + other.joint()
                  + " has");
        }
      }
    }
  }

  private static int largestWrite(int servos) {
    // A third more for stuffing: one byte in three at most.
    return PacketWriter.OVERHEAD + (4 + servos * WRITE_LENGTH) * 4 / 3;
  }

  /** Number of servos. */
  public int size() {
    return ids.length;
  }

  /** What became of the answers. */
  public BusCounters counters() {
    return counters;
  }

  /**
   * How long reading and writing take on the line if every answer comes at once (ns): what a
   * control period must have room for.
   */
  public long cycleLineNanos() {
    return cycleLineNanos(settings, ids.length);
  }

  /** The same for a bus that there is not yet. */
  public static long cycleLineNanos(BusSettings settings, int servos) {
    int each = PacketWriter.OVERHEAD + 1 + PRESENT_LENGTH;
    int reading = PacketWriter.OVERHEAD + 4 + servos + servos * each;
    int writing = PacketWriter.OVERHEAD + 4 + servos * WRITE_LENGTH;
    int bytes = reading + HealthRotation.LARGEST_BYTES + writing;
    return Exchange.lineNanos(settings, bytes, servos + 1);
  }

  /**
   * Reads position, velocity and effort of all servos, and of one servo something of its health.
   *
   * @param into modified where answers came; the age of the others grows
   * @return {@link CycleStatus#STALE} if a servo did not answer in time; {@link CycleStatus#FAULT}
   *     if the link is gone
   */
  public CycleStatus read(ServoReadings into, long deadlineNanos) {
    int missing =
        reader.read(
            Address.PRESENT_EFFORT,
            PRESENT_LENGTH,
            settings.fastRead(),
            settings.retries(),
            deadlineNanos);
    int alerting = -1;
    for (int i = 0; i < ids.length; i++) {
      if (!reader.received(i)) {
        into.age[i] += into.age[i] < Integer.MAX_VALUE ? 1 : 0;
        continue;
      }
      int index = reader.index(i);
      byte[] data = reader.data();
      into.effort[i] = Numbers.shortAt(data, index) * effortUnits[i];
      into.velocity[i] = scales[i].velocity(Numbers.intAt(data, index + 2));
      into.position[i] = scales[i].angle(Numbers.intAt(data, index + 6));
      into.age[i] = 0;
      boolean alert = (reader.error(i) & StatusError.ALERT) != 0;
      if (alert && !into.alert[i]) {
        alerting = i;
      }
      into.alert[i] = alert;
    }
    if (exchange.isGone()) {
      return CycleStatus.FAULT;
    }
    health.read(into, alerting, deadlineNanos);
    return missing == 0 ? CycleStatus.OK : CycleStatus.STALE;
  }

  /**
   * Sends all targets; nobody answers these.
   *
   * @param command angles of the joints (rad), held to their limits. Not modified.
   * @return {@link CycleStatus#FAULT}, and nothing is sent, if a value is not finite; also if the
   *     link did not take it
   */
  public CycleStatus write(JointCommand command, long deadlineNanos) {
    if (!command.isFinite()) {
      return CycleStatus.FAULT;
    }
    PacketWriter writer = exchange.writer().beginSyncWrite(Address.GOAL_POSITION, 4);
    for (int i = 0; i < ids.length; i++) {
      writer.put(ids[i]).put(scales[i].ticks(command.get(i)), 4);
    }
    writer.end();
    return exchange.send(deadlineNanos) ? CycleStatus.OK : CycleStatus.FAULT;
  }

  /**
   * Takes the torque off all servos: tells them, asks them, and tells them again until all say so.
   *
   * @return how many have not said so at the deadline
   */
  public int torqueOff(long deadlineNanos) {
    return writeAll(Address.TORQUE_ENABLE, 0, deadlineNanos);
  }

  /**
   * Puts the torque on, without a jump: the targets become the measured positions first, and the
   * bus watchdogs are set to stop the servos when nobody talks to them for a while.
   *
   * @param readings of this cycle. Not modified.
   * @param watchdogSeconds rounded up to 0.02 s; at most 2.54
   * @return how many servos have not said that they are ready; then the torque is off again
   */
  public int torqueOn(ServoReadings readings, double watchdogSeconds, long deadlineNanos) {
    int unready = writeAll(Address.BUS_WATCHDOG, 0, deadlineNanos);
    for (int i = 0; i < ids.length; i++) {
      unready += readings.age(i) == 0 ? 0 : 1;
    }
    if (unready == 0) {
      unready = writeGoals(readings, deadlineNanos);
    }
    if (unready == 0) {
      unready = writeAll(Address.TORQUE_ENABLE, 1, deadlineNanos);
    }
    if (unready == 0) {
      unready = writeAll(Address.BUS_WATCHDOG, watchdogUnits(watchdogSeconds), deadlineNanos);
    }
    if (unready > 0) {
      torqueOff(deadlineNanos);
    }
    return unready;
  }

  /** The register's value for a time: 20 ms each, 1 to 127. */
  public static int watchdogUnits(double seconds) {
    return (int) Math.max(1, Math.min(127, Math.ceil(seconds / 0.02 - 1e-9)));
  }

  private int writeGoals(ServoReadings readings, long deadlineNanos) {
    int unconfirmed = ids.length;
    do {
      PacketWriter writer = exchange.writer().beginSyncWrite(Address.GOAL_POSITION, 4);
      for (int i = 0; i < ids.length; i++) {
        writer.put(ids[i]).put(scales[i].ticks(readings.position(i)), 4);
      }
      writer.end();
      if (!exchange.send(deadlineNanos)) {
        return ids.length;
      }
      unconfirmed = unconfirmedGoals(readings, deadlineNanos);
    } while (unconfirmed > 0 && !exchange.isGone() && link.nanoTime() < deadlineNanos);
    return unconfirmed;
  }

  private int unconfirmedGoals(ServoReadings readings, long deadlineNanos) {
    reader.read(Address.GOAL_POSITION, 4, false, settings.retries(), deadlineNanos);
    int unconfirmed = 0;
    for (int i = 0; i < ids.length; i++) {
      boolean confirmed =
          reader.received(i)
              && Numbers.intAt(reader.data(), reader.index(i))
                  == scales[i].ticks(readings.position(i));
      unconfirmed += confirmed ? 0 : 1;
    }
    return unconfirmed;
  }

  private int writeAll(int address, int value, long deadlineNanos) {
    int unconfirmed = ids.length;
    do {
      PacketWriter writer = exchange.writer().beginSyncWrite(address, 1);
      for (int i = 0; i < ids.length; i++) {
        writer.put(ids[i]).put(value);
      }
      writer.end();
      if (!exchange.send(deadlineNanos)) {
        return unconfirmed;
      }
      reader.read(address, 1, false, settings.retries(), deadlineNanos);
      unconfirmed = 0;
      for (int i = 0; i < ids.length; i++) {
        boolean confirmed = reader.received(i) && (reader.data()[reader.index(i)] & 0xff) == value;
        unconfirmed += confirmed ? 0 : 1;
      }
    } while (unconfirmed > 0 && !exchange.isGone() && link.nanoTime() < deadlineNanos);
    return unconfirmed;
  }

  /** Closes the link. Does not take the torque off: what calls this has seen to it. */
  @Override
  public void close() {
    link.close();
  }
}
