package org.ophiura.sim.hardware.emulator;

import org.ophiura.sim.hardware.dynamixel.Register;
import org.ophiura.sim.hardware.dynamixel.RegisterTable;

/**
 * The memory of one servo. Indirect data stand for the registers that the indirect addresses name.
 * Allocates nothing after construction.
 */
final class RegisterFile {
  private static final String INDIRECT_ADDRESS = "indirect-address-";
  private static final String INDIRECT_DATA = "indirect-data-";

  private final RegisterTable table;
  private final byte[] bytes;
  private final int[] pointers;

  RegisterFile(RegisterTable table) {
    this.table = table;
    bytes = new byte[table.size()];
    pointers = new int[table.size()];
    for (Register register : table.all()) {
      if (register.name().startsWith(INDIRECT_DATA)) {
        String number = register.name().substring(INDIRECT_DATA.length());
        pointers[register.address()] = table.get(INDIRECT_ADDRESS + number).address();
      }
    }
    reset(0);
  }

  /** Gives all registers from an address on their initial values. */
  void reset(int from) {
    for (Register register : table.all()) {
      if (register.address() >= from) {
        register.encode(register.initial(), bytes, register.address());
      }
    }
  }

  int get(Register register) {
    return register.decode(bytes, register.address());
  }

  void set(Register register, int value) {
    register.encode(value, bytes, register.address());
  }

  /** The address that an address stands for. */
  int resolve(int address) {
    if (address >= pointers.length || pointers[address] == 0) {
      return address;
    }
    int pointer = pointers[address];
    int target = (bytes[pointer] & 0xff) | (bytes[pointer + 1] & 0xff) << 8;
    return target < bytes.length ? target : address;
  }

  /** Whether there is anything to read from {@code address} on; gaps between registers read 0. */
  boolean isReadable(int address, int length) {
    return length > 0 && address + length <= bytes.length;
  }

  void copy(int address, int length, byte[] into, int offset) {
    for (int i = 0; i < length; i++) {
      into[offset + i] = bytes[resolve(address + i)];
    }
  }
}
