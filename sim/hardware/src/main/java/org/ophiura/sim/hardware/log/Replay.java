package org.ophiura.sim.hardware.log;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.ophiura.sim.Controller;
import org.ophiura.sim.JointCommand;

/**
 * Shows a controller the states of a log, and compares its commands with those of the log, bit for
 * bit: the controller that made the log has to come to the same ones.
 */
public final class Replay {
  private Replay() {}

  /**
   * The first command that came out otherwise.
   *
   * @param tick index of the tick
   * @param actuator name of the first actuator whose command differs
   * @param logged what the log has
   * @param recomputed what the controller gives now
   */
  public record Difference(long tick, String actuator, double logged, double recomputed) {
    /** The difference in one sentence. */
    public String sentence() {
      return "tick "
          + tick
          + " is the first that differs: "
          + actuator
          + " was commanded "
          + logged
          + ", now "
          + recomputed;
    }
  }

  /**
   * What a replay shows.
   *
   * @param compared ticks whose commands were recomputed
   * @param different how many of them differ
   * @param unknown ticks that could not be recomputed, because some before them were lost
   * @param first the first difference
   * @param damage what is wrong with the log
   */
  public record Outcome(
      long compared,
      long different,
      long unknown,
      Optional<Difference> first,
      Optional<String> damage) {

    /** Whether every tick was recomputed, and every command came out the same. */
    public boolean same() {
      return different == 0 && unknown == 0;
    }
  }

  /** Hears of every tick that was recomputed. */
  @FunctionalInterface
  public interface Listener {
    /** A tick was recomputed. Neither argument may be kept. */
    void recomputed(TickRecord tick, JointCommand command);
  }

  /**
   * Replays a log.
   *
   * @param ticks read to their end
   * @param controller for the robot of the log
   * @param episodes the randomness that the controller had in each of the log's episodes, from 0
   * @param listener hears of every tick, for those who run another controller on the log
   * @throws IOException if the log cannot be read
   */
  public static Outcome run(
      LoggedTicks ticks,
      Controller controller,
      IntFunction<RandomGenerator> episodes,
      Listener listener)
      throws IOException {
    LogContent content = ticks.content();
    LoggedState state = new LoggedState(content);
    JointCommand command = new JointCommand(content.actuators().size());
    long compared = 0;
    long different = 0;
    long unknown = 0;
    long expected = 0;
    boolean known = false;
    Optional<Difference> first = Optional.empty();
    for (Optional<TickRecord> next = ticks.next(); next.isPresent(); next = ticks.next()) {
      TickRecord tick = next.get();
      state.show(tick);
      known &= tick.sequence() == expected;
      expected = tick.sequence() + 1;
      if (tick.first()) {
        controller.reset(state, episodes.apply(tick.episode()));
        known = true;
      }
      if (!tick.updated()) {
        continue;
      }
      if (!known) {
        unknown++;
        continue;
      }
      controller.update(state, content.controlPeriodSeconds(), command);
      compared++;
      int actuator = firstDifference(tick, command);
      if (actuator < command.size()) {
        different++;
        if (first.isEmpty()) {
          first =
              Optional.of(
                  new Difference(
                      tick.tick(),
                      content.actuators().get(actuator),
                      tick.command(actuator),
                      command.get(actuator)));
        }
      }
      listener.recomputed(tick, command);
    }
    return new Outcome(compared, different, unknown, first, ticks.damage());
  }

  private static int firstDifference(TickRecord tick, JointCommand command) {
    int actuator = 0;
    while (actuator < command.size()
        && Double.doubleToRawLongBits(tick.command(actuator))
            == Double.doubleToRawLongBits(command.get(actuator))) {
      actuator++;
    }
    return actuator;
  }
}
