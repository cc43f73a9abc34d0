package org.ophiura.sim.hardware.emulator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ophiura.sim.plugin.SettingException;

/**
 * Applies faults when their time has come. Of two of a kind that last at the same time the later in
 * the list counts. A fault starts or ends where {@link #advanceTo} first sees that its time is
 * past.
 */
final class FaultScript {
  private final Entry[] entries;
  private final EmulatedServo[] servos;
  private final double[] ownVoltages;
  private final LineFaults line;
  private long nextChangeNanos;

  /**
   * Makes a script.
   *
   * @throws SettingException for {@code faults[i].servo} if there is no servo with that id
   */
  FaultScript(List<Fault> faults, List<EmulatedServo> servos, LineFaults line) {
    this.servos = servos.toArray(EmulatedServo[]::new);
    this.line = line;
    ownVoltages = servos.stream().mapToDouble(servo -> servo.troubles().voltage).toArray();
    entries = new Entry[faults.size()];
    for (int i = 0; i < entries.length; i++) {
      Fault fault = faults.get(i);
      Optional<Integer> id = servo(fault);
      if (id.isPresent() && servos.stream().noneMatch(servo -> servo.id() == id.get())) {
        throw new SettingException(
            "faults[" + i + "].servo",
            "must be the id of a servo, one of "
                + servos.stream()
                    .map(servo -> String.valueOf(servo.id()))
                    .collect(Collectors.joining(", "))
                + "; got "
                + id.get());
      }
      entries[i] = new Entry(fault, servos, id);
    }
  }

  private static Optional<Integer> servo(Fault fault) {
    if (fault instanceof Fault.Noise noise) {
      return noise.servo();
    } else if (fault instanceof Fault.Backlash backlash) {
      return backlash.servo();
    } else if (fault instanceof Fault.Stuck stuck) {
      return Optional.of(stuck.servo());
    } else if (fault instanceof Fault.Missing missing) {
      return Optional.of(missing.servo());
    } else if (fault instanceof Fault.Overheat overheat) {
      return Optional.of(overheat.servo());
    } else if (fault instanceof Fault.Reboot reboot) {
      return Optional.of(reboot.servo());
    }
    return Optional.empty();
  }

  /** Lets faults start and end. Allocates nothing. */
  void advanceTo(long nanos) {
    if (nanos < nextChangeNanos) {
      return;
    }
    nextChangeNanos = Long.MAX_VALUE;
    line.drop = 0;
    line.flip = 0;
    line.latency = 0;
    line.jitter = 0;
    for (int i = 0; i < servos.length; i++) {
      servos[i].troubles().reset(ownVoltages[i]);
    }
    for (Entry entry : entries) {
      if (nanos < entry.fromNanos) {
        nextChangeNanos = Math.min(nextChangeNanos, entry.fromNanos);
      } else if (nanos < entry.untilNanos) {
        nextChangeNanos = Math.min(nextChangeNanos, entry.untilNanos);
        entry.apply(line);
      }
    }
  }

  private static final class Entry {
    private final Fault fault;
    private final EmulatedServo[] servos;
    private final long fromNanos;
    private final long untilNanos;
    private boolean done;

    private Entry(Fault fault, List<EmulatedServo> all, Optional<Integer> id) {
      this.fault = fault;
      servos =
          all.stream()
              .filter(servo -> id.isEmpty() || servo.id() == id.get())
              .toArray(EmulatedServo[]::new);
      fromNanos = nanos(fault.at());
      untilNanos = fault.duration().map(d -> nanos(fault.at() + d)).orElse(Long.MAX_VALUE);
    }

    private static long nanos(double seconds) {
      return (long) (seconds * 1e9);
    }

    private void apply(LineFaults line) {
      if (fault instanceof Fault.Latency latency) {
        line.latency = latency.seconds();
        line.jitter = latency.jitter();
      } else if (fault instanceof Fault.DropBytes drop) {
        line.drop = drop.probability();
      } else if (fault instanceof Fault.FlipBytes flip) {
        line.flip = flip.probability();
      }
      for (EmulatedServo servo : servos) {
        ServoTroubles troubles = servo.troubles();
        if (fault instanceof Fault.Noise noise) {
          troubles.noise = noise.deviation();
        } else if (fault instanceof Fault.Backlash backlash) {
          troubles.backlash = backlash.width();
        } else if (fault instanceof Fault.Stuck) {
          troubles.stuck = true;
        } else if (fault instanceof Fault.Missing) {
          troubles.missing = true;
        } else if (fault instanceof Fault.BrownOut brownOut) {
          troubles.voltage = brownOut.voltage();
        } else if (fault instanceof Fault.Overheat overheat) {
          troubles.temperature = overheat.temperature();
        } else if (fault instanceof Fault.Reboot && !done) {
          servo.reboot();
        }
      }
      done = true;
    }
  }
}
