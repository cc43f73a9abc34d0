package org.ophiura.sim.hardware.dynamixel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.NearestName;

/** All registers of one servo model, read from a table in the resources. Immutable. */
public final class RegisterTable {
  private static final int COLUMNS = 9;
  private static final Set<String> SIGNED_WITHOUT_RANGE =
      Set.of(
          "present-pwm",
          "present-current",
          "present-velocity",
          "present-position",
          "velocity-trajectory",
          "position-trajectory");

  private final Map<String, Register> byName = new LinkedHashMap<>();
  private final @Nullable Register[] byAddress;
  private final int size;

  private RegisterTable(List<Register> registers) {
    int end = 0;
    for (Register register : registers) {
      byName.put(register.name(), register);
      end = Math.max(end, register.address() + register.size());
    }
    size = end;
    byAddress = new @Nullable Register[end];
    for (Register register : registers) {
      byAddress[register.address()] = register;
    }
  }

  /** Reads the table {@code NAME.csv}. */
  static RegisterTable load(String name) {
    List<Register> registers = new ArrayList<>();
    try (InputStream in = RegisterTable.class.getResourceAsStream(name + ".csv")) {
      if (in == null) {
        throw new IllegalStateException("no register table " + name + ".csv");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      boolean heading = true;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        if (!heading) {
          registers.add(parse(line));
        }
        heading = false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RegisterTable(registers);
  }

  private static Register parse(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("a register has " + COLUMNS + " columns: " + line);
    }
    int size = Integer.parseInt(cells[1]);
    boolean signed = cells[5].startsWith("-") || SIGNED_WITHOUT_RANGE.contains(cells[2]);
    return new Register(
        Integer.parseInt(cells[0]),
        size,
        cells[2],
        cells[3].equals("RW"),
        signed,
        number(cells[4], 0),
        number(cells[5], signed ? Integer.MIN_VALUE : 0),
        number(cells[6], Integer.MAX_VALUE),
        Double.parseDouble(cells[7]),
        cells[8]);
  }

  private static int number(String cell, int otherwise) {
    return cell.isEmpty() ? otherwise : Integer.parseInt(cell);
  }

  /** All registers, by address. */
  public List<Register> all() {
    return List.copyOf(byName.values());
  }

  /** Whether the model has a register of that name. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /**
   * The register of a name.
   *
   * @throws IllegalArgumentException if there is none, with the nearest name
   */
  public Register get(String name) {
    Register register = byName.get(name);
    if (register == null) {
      throw new IllegalArgumentException(
          "no register '" + name + "'" + NearestName.suggestion(name, byName.keySet()));
    }
    return register;
  }

  /** The register that starts at an address; null if none does. Allocates nothing. */
  public @Nullable Register startingAt(int address) {
    return address >= 0 && address < size ? byAddress[address] : null;
  }

  /** First address behind all registers. */
  public int size() {
    return size;
  }
}
