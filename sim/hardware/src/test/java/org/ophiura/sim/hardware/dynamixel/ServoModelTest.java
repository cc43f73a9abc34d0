package org.ophiura.sim.hardware.dynamixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ServoModelTest {
  @ParameterizedTest
  @EnumSource(ServoModel.class)
  void registersFollowOneAnotherWithoutOverlap(ServoModel model) {
    int end = 0;
    for (Register register : model.registers().all()) {
      assertTrue(register.address() >= end, () -> register + " overlaps the one before");
      assertTrue(register.minimum() <= register.maximum());
      end = register.address() + register.size();
      assertEquals(register, model.registers().startingAt(register.address()));
    }
    assertEquals(end, model.registers().size());
    assertNull(model.registers().startingAt(end));
  }

  @ParameterizedTest
  @EnumSource(ServoModel.class)
  void theModelNumberIsThatOfItsTable(ServoModel model) {
    assertEquals(model.number(), model.registers().get("model-number").initial());
    assertEquals(Optional.of(model), ServoModel.of(model.number()));
  }

  @ParameterizedTest
  @EnumSource(ServoModel.class)
  void theLoopsAddressesAreThoseOfTheTables(ServoModel model) {
    Map<String, Integer> addresses =
        Map.ofEntries(
            Map.entry("id", Address.ID),
            Map.entry("baud-rate", Address.BAUD_RATE),
            Map.entry("return-delay-time", Address.RETURN_DELAY_TIME),
            Map.entry("operating-mode", Address.OPERATING_MODE),
            Map.entry("homing-offset", Address.HOMING_OFFSET),
            Map.entry("shutdown", Address.SHUTDOWN),
            Map.entry("torque-enable", Address.TORQUE_ENABLE),
            Map.entry("status-return-level", Address.STATUS_RETURN_LEVEL),
            Map.entry("hardware-error-status", Address.HARDWARE_ERROR_STATUS),
            Map.entry("bus-watchdog", Address.BUS_WATCHDOG),
            Map.entry("goal-position", Address.GOAL_POSITION),
            Map.entry(
                model.measuresCurrent() ? "present-current" : "present-load",
                Address.PRESENT_EFFORT),
            Map.entry("present-velocity", Address.PRESENT_VELOCITY),
            Map.entry("present-position", Address.PRESENT_POSITION),
            Map.entry("present-input-voltage", Address.PRESENT_INPUT_VOLTAGE),
            Map.entry("present-temperature", Address.PRESENT_TEMPERATURE));
    addresses.forEach(
        (name, address) -> assertEquals(address, model.registers().get(name).address(), name));
  }

  @Test
  void onlyTheXl330MeasuresItsCurrent() {
    assertTrue(ServoModel.XL330_M288.measuresCurrent());
    assertFalse(ServoModel.XL430_W250.measuresCurrent());
  }

  @Test
  void baudRatesAreThoseOfTheModel() {
    assertEquals(3, ServoModel.XL330_M288.baudValue(1_000_000));
    assertEquals(57_600, ServoModel.XL430_W250.baud(1));
    assertEquals(7, ServoModel.XL430_W250.baudValue(4_500_000));
    assertEquals(-1, ServoModel.XL330_M288.baudValue(4_500_000));
    assertEquals(0, ServoModel.XL330_M288.baud(7));
  }

  @Test
  void registersKeepTheirSigns() {
    byte[] bytes = new byte[4];
    RegisterTable registers = ServoModel.XL330_M288.registers();
    registers.get("present-velocity").encode(-300, bytes, 0);
    assertEquals(-300, registers.get("present-velocity").decode(bytes, 0));
    registers.get("present-current").encode(-300, bytes, 0);
    assertEquals(-300, registers.get("present-current").decode(bytes, 0));
    registers.get("position-p-gain").encode(-1, bytes, 0);
    assertEquals(65_535, registers.get("position-p-gain").decode(bytes, 0));
  }

  @Test
  void aNameThatDoesNotExistIsToldWithTheNearest() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ServoModel.XL430_W250.registers().get("goal-positon"))
            .getMessage();
    assertEquals("no register 'goal-positon'; did you mean 'goal-position'?", message);
  }
}
