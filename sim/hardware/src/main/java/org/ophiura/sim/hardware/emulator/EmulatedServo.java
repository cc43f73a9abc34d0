package org.ophiura.sim.hardware.emulator;

import java.util.random.RandomGenerator;
import org.ophiura.sim.hardware.dynamixel.Address;
import org.ophiura.sim.hardware.dynamixel.HardwareError;
import org.ophiura.sim.hardware.dynamixel.Register;
import org.ophiura.sim.hardware.dynamixel.RegisterTable;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.dynamixel.StatusError;

/**
 * One emulated servo: its registers, and what it does of itself when they are written, when time
 * passes, and when something ails it. Allocates nothing after construction.
 *
 * <p>Positions are goals in the modes that have such goals (position, extended position,
 * current-based position); other modes are stored and move nothing.
 */
public final class EmulatedServo {
  private static final double RADIANS_PER_TICK = 2 * Math.PI / 4096;
  private static final double VELOCITY_UNIT = 0.229 * 2 * Math.PI / 60;
  private static final int MIDDLE = 2048;
  private static final int LARGEST_NOTE = 256;
  private static final long WATCHDOG_NANOS = 20_000_000;

  /** Own choice; the e-manual gives no time for a restart. */
  private static final long BOOT_NANOS = 300_000_000;

  /** Own choice: a load of at least this fraction for that long is an overload. */
  private static final double OVERLOAD = 0.98;

  private static final long OVERLOAD_NANOS = 2_000_000_000;

  private final ServoModel model;
  private final ServoBody body;
  private final RandomGenerator noise;
  private final RegisterFile registers;
  private final KeyRegisters known;
  private final WriteRules rules;
  private final byte[] noted = new byte[LARGEST_NOTE];
  private final double greatestEffort;
  private final RegisterTable table;

  private final ServoTroubles troubles = new ServoTroubles();
  private long now;
  private long lastInstruction;
  private long offUntil;
  private long overloadedSince = -1;
  private boolean locked;
  private boolean powered = true;
  private double playGoal;
  private int notedBytes;

  /**
   * Makes a servo as it comes out of its box, but for its id, its baud rate and a return delay of
   * 0.
   *
   * @param body moved by it
   * @param noise draws what {@link ServoTroubles#noise} asks for
   */
  public EmulatedServo(
      ServoModel model, int id, int baud, int firmware, ServoBody body, RandomGenerator noise) {
    this.model = model;
    this.body = body;
    this.noise = noise;
    table = model.registers();
    registers = new RegisterFile(table);
    known = new KeyRegisters(model);
    rules = new WriteRules(registers, known);
    greatestEffort =
        model.measuresCurrent()
            ? table.get("current-limit").maximum()
            : known.presentEffort.maximum();
    set("model-number", model.number());
    set("firmware-version", firmware);
    set("id", id);
    set("baud-rate", model.baudValue(baud));
    set("return-delay-time", 0);
    troubles.voltage = nominalVoltage();
    start();
  }

  private double nominalVoltage() {
    return model.measuresCurrent() ? 5.0 : 11.1;
  }

  private void start() {
    notedBytes = 0;
    registers.reset(Register.RAM);
    locked = false;
    overloadedSince = -1;
    registers.set(known.goalPosition, presentTicks());
    playGoal = body.position();
    drive();
  }

  /** What ails it; changed by a script. */
  ServoTroubles troubles() {
    return troubles;
  }

  /** Registers that do something, for quick access. */
  KeyRegisters known() {
    return known;
  }

  /** What it is. */
  public ServoModel model() {
    return model;
  }

  /** Its id now. */
  public int id() {
    return registers.get(known.id);
  }

  /** Bits per second that it understands. */
  int baud() {
    return model.baud(get(known.baudRate));
  }

  /** Value of a register, for tests and displays. Looks the name up. */
  public int get(String register) {
    refresh();
    return registers.get(table.get(register));
  }

  /** Sets a register without the rules for writing; for tests and for what comes set up. */
  public void set(String register, int value) {
    registers.set(table.get(register), value);
  }

  /** Whether it hears and answers at all. */
  boolean isListening() {
    return powered && now >= offUntil && !troubles.missing;
  }

  /** An instruction for it arrived: the watchdog is fed. */
  void hear() {
    lastInstruction = now;
  }

  /** Lets time pass: watchdog, supply, temperature, load. */
  void advanceTo(long nanos) {
    now = Math.max(now, nanos);
    body.jam(troubles.stuck);
    boolean nowPowered = troubles.voltage >= 0.5 * get(known.minVoltageLimit) * 0.1;
    if (powered && !nowPowered) {
      start();
    } else if (!powered && nowPowered) {
      offUntil = now + BOOT_NANOS;
    }
    powered = nowPowered;
    int setting = registers.get(known.busWatchdog);
    boolean torque = registers.get(known.torqueEnable) != 0;
    if (!torque) {
      lastInstruction = now;
    } else if (setting != 0 && setting != WriteRules.EXPIRED) {
      long expiry = setting * WATCHDOG_NANOS;
      if (now - lastInstruction > expiry) {
        expire();
      }
    }
    if (powered) {
      checkHealth();
    }
    drive();
  }

  /** Value of a register as it was last measured or written. */
  int get(Register register) {
    return registers.get(register);
  }

  private void expire() {
    registers.set(known.busWatchdog, WriteRules.EXPIRED);
    registers.set(known.profileAcceleration, 0);
    registers.set(known.profileVelocity, 0);
    registers.set(known.goalPosition, presentTicks());
    playGoal = body.position();
  }

  private void checkHealth() {
    double limit = get(known.temperatureLimit);
    if (troubles.temperature > limit) {
      ail(HardwareError.OVERHEATING);
    }
    double low = get(known.minVoltageLimit) * 0.1;
    double high = get(known.maxVoltageLimit) * 0.1;
    if (troubles.voltage < low || troubles.voltage > high) {
      ail(HardwareError.INPUT_VOLTAGE);
    }
    if (Math.abs(body.effort()) < OVERLOAD) {
      overloadedSince = -1;
    } else if (overloadedSince < 0) {
      overloadedSince = now;
    } else if (now - overloadedSince > OVERLOAD_NANOS) {
      ail(HardwareError.OVERLOAD);
    }
  }

  private void ail(HardwareError error) {
    registers.set(
        known.hardwareErrorStatus, registers.get(known.hardwareErrorStatus) | error.mask());
    if ((registers.get(known.shutdown) & error.mask()) != 0) {
      locked = true;
      registers.set(known.torqueEnable, 0);
    }
  }

  /** The alert bit, if anything ails it. */
  int alert() {
    return registers.get(known.hardwareErrorStatus) != 0 ? StatusError.ALERT : 0;
  }

  /** Takes the power away for as long as a restart takes. */
  void reboot() {
    start();
    offUntil = now + BOOT_NANOS;
  }

  /** Gives the permanent registers their initial values too. */
  void factoryReset(int option) {
    int id = id();
    int baudValue = get(known.baudRate);
    int firmware = get(known.firmwareVersion);
    registers.reset(0);
    registers.set(known.firmwareVersion, firmware);
    if (option != 0xff) {
      registers.set(known.id, id);
    }
    if (option == 2) {
      registers.set(known.baudRate, baudValue);
    }
    reboot();
  }

  /** Copies registers; gaps between them read 0. */
  StatusError read(int address, int length, byte[] into, int offset) {
    if (!registers.isReadable(address, length)) {
      return StatusError.ACCESS;
    }
    refresh();
    registers.copy(address, length, into, offset);
    return StatusError.NONE;
  }

  /** Writes registers: all of them, or none if one is refused. */
  StatusError write(int address, byte[] from, int offset, int length) {
    StatusError checked = StatusError.NONE;
    for (int pass = 0; pass < 2 && checked == StatusError.NONE; pass++) {
      int done = 0;
      while (done < length && checked == StatusError.NONE) {
        int real = registers.resolve(address + done);
        Register register = table.startingAt(real);
        if (register == null || !register.writable()) {
          checked = StatusError.ACCESS;
        } else if (done + register.size() > length
            || registers.resolve(address + done + register.size() - 1)
                != real + register.size() - 1) {
          checked = StatusError.DATA_LENGTH;
        } else {
          int value = register.decode(from, offset + done);
          if (pass == 0) {
            checked = rules.check(register, value, locked);
          } else {
            apply(register, value);
          }
          done += register.size();
        }
      }
    }
    return checked;
  }

  /** Keeps a write (address and data) for {@link #act}. */
  StatusError note(byte[] addressAndData, int length) {
    if (length < 3 || length > LARGEST_NOTE) {
      return StatusError.DATA_LENGTH;
    }
    System.arraycopy(addressAndData, 0, noted, 0, length);
    notedBytes = length;
    registers.set(known.registeredInstruction, 1);
    return StatusError.NONE;
  }

  /** Carries out the write that was kept. */
  StatusError act() {
    if (notedBytes == 0) {
      return StatusError.INSTRUCTION;
    }
    int length = notedBytes - 2;
    notedBytes = 0;
    registers.set(known.registeredInstruction, 0);
    return write((noted[0] & 0xff) | (noted[1] & 0xff) << 8, noted, 2, length);
  }

  private void apply(Register register, int value) {
    registers.set(register, value);
    if (register.address() == Address.TORQUE_ENABLE) {
      lastInstruction = now;
      overloadedSince = -1;
    }
    drive();
  }

  private void drive() {
    double goal = (registers.get(known.goalPosition) - homing() - MIDDLE) * RADIANS_PER_TICK;
    double slack = troubles.backlash / 2;
    playGoal = Math.max(goal - slack, Math.min(goal + slack, playGoal));
    int mode = get(known.operatingMode);
    boolean positions = mode == 3 || mode == 4 || mode == 5;
    body.drive(playGoal, positions && powered && registers.get(known.torqueEnable) != 0);
  }

  private int homing() {
    return get(known.homingOffset);
  }

  private int presentTicks() {
    double drawn = troubles.noise > 0 ? troubles.noise * noise.nextGaussian() : 0;
    return MIDDLE + homing() + (int) Math.rint((body.position() + drawn) / RADIANS_PER_TICK);
  }

  private void refresh() {
    registers.set(known.presentPosition, presentTicks());
    double velocity = body.velocity() / VELOCITY_UNIT;
    registers.set(known.presentVelocity, (int) Math.rint(velocity));
    registers.set(known.presentEffort, (int) Math.rint(body.effort() * greatestEffort));
    registers.set(known.presentInputVoltage, (int) Math.rint(troubles.voltage * 10));
    registers.set(known.presentTemperature, (int) Math.rint(troubles.temperature));
    registers.set(known.realtimeTick, (int) (now / 1_000_000 & 0x7fff));
    registers.set(known.moving, Math.abs(velocity) > get(known.movingThreshold) ? 1 : 0);
  }
}
