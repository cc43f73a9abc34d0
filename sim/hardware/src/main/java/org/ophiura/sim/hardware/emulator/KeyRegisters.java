package org.ophiura.sim.hardware.emulator;

import org.ophiura.sim.hardware.dynamixel.Register;
import org.ophiura.sim.hardware.dynamixel.RegisterTable;
import org.ophiura.sim.hardware.dynamixel.ServoModel;

/** The registers that do something in an emulated servo, looked up once. */
final class KeyRegisters {
  final Register baudRate;
  final Register busWatchdog;
  final Register firmwareVersion;
  final Register goalPosition;
  final Register hardwareErrorStatus;
  final Register homingOffset;
  final Register id;
  final Register maxPositionLimit;
  final Register maxVoltageLimit;
  final Register minPositionLimit;
  final Register minVoltageLimit;
  final Register moving;
  final Register movingThreshold;
  final Register operatingMode;
  final Register presentInputVoltage;
  final Register presentPosition;
  final Register presentTemperature;
  final Register presentVelocity;
  final Register profileAcceleration;
  final Register profileVelocity;
  final Register pwmLimit;
  final Register realtimeTick;
  final Register shutdown;
  final Register temperatureLimit;
  final Register torqueEnable;
  final Register velocityLimit;

  final Register returnDelayTime;

  final Register statusReturnLevel;

  final Register registeredInstruction;

  final Register modelNumber;

  /** Current or load. */
  final Register presentEffort;

  /** The limit of goals for the current; of a model without any, that of the position. */
  final Register currentLimit;

  KeyRegisters(ServoModel model) {
    RegisterTable table = model.registers();
    baudRate = table.get("baud-rate");
    busWatchdog = table.get("bus-watchdog");
    firmwareVersion = table.get("firmware-version");
    goalPosition = table.get("goal-position");
    hardwareErrorStatus = table.get("hardware-error-status");
    homingOffset = table.get("homing-offset");
    id = table.get("id");
    maxPositionLimit = table.get("max-position-limit");
    maxVoltageLimit = table.get("max-voltage-limit");
    minPositionLimit = table.get("min-position-limit");
    minVoltageLimit = table.get("min-voltage-limit");
    moving = table.get("moving");
    movingThreshold = table.get("moving-threshold");
    operatingMode = table.get("operating-mode");
    presentInputVoltage = table.get("present-input-voltage");
    presentPosition = table.get("present-position");
    presentTemperature = table.get("present-temperature");
    presentVelocity = table.get("present-velocity");
    profileAcceleration = table.get("profile-acceleration");
    profileVelocity = table.get("profile-velocity");
    pwmLimit = table.get("pwm-limit");
    realtimeTick = table.get("realtime-tick");
    shutdown = table.get("shutdown");
    temperatureLimit = table.get("temperature-limit");
    torqueEnable = table.get("torque-enable");
    velocityLimit = table.get("velocity-limit");
    returnDelayTime = table.get("return-delay-time");
    statusReturnLevel = table.get("status-return-level");
    registeredInstruction = table.get("registered-instruction");
    modelNumber = table.get("model-number");
    presentEffort = table.get(model.measuresCurrent() ? "present-current" : "present-load");
    currentLimit = table.get(model.measuresCurrent() ? "current-limit" : "max-position-limit");
  }
}
