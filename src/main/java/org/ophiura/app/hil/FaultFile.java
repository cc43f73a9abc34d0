package org.ophiura.app.hil;

import java.util.List;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.plugin.Setting;

/** What a file of faults for the emulated robot holds. */
public record FaultFile(
    @Setting(value = "What goes wrong, and when.", defaultValue = "[]") List<Fault> faults) {
  /** Keeps a copy. */
  public FaultFile {
    faults = List.copyOf(faults);
  }
}
