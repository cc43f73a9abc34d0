package org.ophiura.sim.hardware.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.link.ByteLink;
import org.ophiura.sim.hardware.link.LinkException;
import org.ophiura.sim.hardware.servo.BusSettings;
import org.ophiura.sim.hardware.servo.Ping;
import org.ophiura.sim.hardware.servo.Ping.Answer;
import org.ophiura.sim.hardware.servo.ServoAccess;

/** Tries at which other baud rate servos answer that are silent at the one that is set. */
public final class BaudSearch {
  /** The id of a servo that comes out of its box. */
  private static final int NEW_SERVO = 1;

  private final IntFunction<ByteLink> port;
  private final BusSettings bus;

  /**
   * For a port that is not open.
   *
   * @param port opens it at a baud rate
   * @param bus how servos are talked to, but for the baud rate
   */
  public BaudSearch(IntFunction<ByteLink> port, BusSettings bus) {
    this.port = port;
    this.bus = bus;
  }

  /**
   * Tries all baud rates that the servos know. Takes some milliseconds for each and id.
   *
   * @param ids of the servos; the id of new servos is tried as well
   * @return who answered where, and what to do; empty if nobody did
   */
  public Optional<String> search(List<Integer> ids) {
    for (int baud : ServoModel.XL330_M288.baudRates()) {
      if (baud != bus.baud()) {
        Optional<Ping> found = first(ids, baud);
        if (found.isPresent()) {
          return Optional.of(
              "id "
                  + found.get().id()
                  + " answers at "
                  + baud
                  + " baud: set baud to that, or the servo (register 8) to "
                  + bus.baud()
                  + " baud with DYNAMIXEL Wizard 2.0");
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Ping> first(List<Integer> ids, int baud) {
    try (ByteLink link = port.apply(baud)) {
      ServoAccess access = new ServoAccess(link, bus.withBaud(baud));
      return Stream.concat(ids.stream(), Stream.of(NEW_SERVO))
          .flatMap(id -> access.scan(id, id).stream())
          .filter(ping -> ping.answer() == Answer.SERVO)
          .findFirst();
    } catch (LinkException e) {
      // Not every adapter knows every baud rate.
      return Optional.empty();
    }
  }
}
