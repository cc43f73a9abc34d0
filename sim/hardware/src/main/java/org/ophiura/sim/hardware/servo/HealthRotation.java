package org.ophiura.sim.hardware.servo;

import org.ophiura.sim.hardware.dynamixel.Address;
import org.ophiura.sim.hardware.dynamixel.PacketReader;
import org.ophiura.sim.hardware.dynamixel.PacketWriter;
import org.ophiura.sim.hardware.dynamixel.StatusError;

/**
 * Asks one servo in each cycle how it is: for torque and hardware errors, then the bus watchdog,
 * then voltage and temperature, then the next servo. Allocates nothing after construction.
 */
final class HealthRotation {
  /** Bytes on the line, question and answer, of the longest of the three. */
  static final int LARGEST_BYTES = 2 * PacketWriter.OVERHEAD + 4 + 1 + 7;

  private static final int TORQUE_AND_ERRORS_LENGTH = 7;
  private static final int SUPPLY_LENGTH = 3;
  private static final int KINDS = 3;
  private static final int EXPIRED = 255;

  private final Exchange exchange;
  private final SyncReader present;
  private final int[] ids;
  private final BusCounters counters;
  private int turn;

  HealthRotation(Exchange exchange, SyncReader present, int[] ids, BusCounters counters) {
    this.exchange = exchange;
    this.present = present;
    this.ids = ids;
    this.counters = counters;
  }

  /**
   * Asks the servo whose turn it is, unless it has just not answered, or the time is short.
   *
   * @param alerting a servo that alerts for the first time, which is asked for its errors instead;
   *     -1 if none does
   */
  void read(ServoReadings into, int alerting, long deadlineNanos) {
    boolean inTurn = alerting < 0;
    int servo = inTurn ? turn / KINDS : alerting;
    int kind = inTurn ? turn % KINDS : 0;
    int address =
        switch (kind) {
          case 0 -> Address.TORQUE_ENABLE;
          case 1 -> Address.BUS_WATCHDOG;
          default -> Address.PRESENT_INPUT_VOLTAGE;
        };
    int length = kind == 0 ? TORQUE_AND_ERRORS_LENGTH : kind == 1 ? 1 : SUPPLY_LENGTH;
    int asking = exchange.writer().read(ids[servo], address, length);
    long needed = exchange.lineNanos(asking + PacketWriter.OVERHEAD + 1 + length, 1);
    if (exchange.link().nanoTime() + needed > deadlineNanos) {
      return;
    }
    if (inTurn) {
      turn = (turn + 1) % (KINDS * ids.length);
    }
    if (!present.received(servo)) {
      return;
    }
    counters.asked++;
    if (exchange.send(deadlineNanos)) {
      long giveUp = exchange.link().nanoTime() + needed + exchange.patienceNanos();
      if (awaits(servo, length, Math.min(giveUp, deadlineNanos))) {
        counters.accepted++;
        take(into, servo, kind);
        return;
      }
    }
    counters.lost++;
    counters.lostByServo[servo]++;
  }

  private boolean awaits(int servo, int length, long deadlineNanos) {
    PacketReader reader = exchange.reader();
    while (exchange.next(deadlineNanos)) {
      if (reader.id() == ids[servo]
          && reader.parameterCount() == length
          && (reader.error() & ~StatusError.ALERT) == 0) {
        return true;
      }
      counters.unexpected++;
    }
    return false;
  }

  private void take(ServoReadings into, int servo, int kind) {
    byte[] data = exchange.reader().parameters();
    switch (kind) {
      case 0 -> {
        into.torque[servo] = data[0] != 0;
        into.hardwareErrors[servo] = data[TORQUE_AND_ERRORS_LENGTH - 1] & 0xff;
      }
      case 1 -> into.expired[servo] = (data[0] & 0xff) == EXPIRED;
      default -> {
        into.voltage[servo] = Numbers.shortAt(data, 0) * 0.1;
        into.temperature[servo] = data[2];
      }
    }
  }
}
