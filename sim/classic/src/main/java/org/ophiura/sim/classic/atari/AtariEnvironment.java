package org.ophiura.sim.classic.atari;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.classic.gymnasium.GymnasiumProcess;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EpisodeClock;
import org.ophiura.sim.environment.Pictured;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Spaces;
import org.ophiura.sim.plugin.SettingException;

/**
 * An Atari game in which an action is held for some frames, and the last few pictures are seen, the
 * oldest first. Allocates nothing in a step.
 */
final class AtariEnvironment implements Environment, Pictured {
  private static final int NO_OP = 0;
  private static final String FIRE = "fire";
  private static final double FRAMES_PER_SECOND = 60;

  private final AtariSettings settings;
  private final GymnasiumProcess process;
  private final Spaces spaces;
  private final EpisodeClock clock;
  private final AreaScaling scaling;
  private final boolean fires;
  private final int[] numbers;
  private final int[] action = new int[1];
  private final int[] raw;
  private final int[] small;
  private final int[] stack;
  private int[] seen = new int[0];
  private boolean begun;
  private double reward;

  /**
   * Takes over the process: closing the environment closes it.
   *
   * @param process with one game in grey, that holds actions
   */
  AtariEnvironment(AtariSettings settings, GymnasiumProcess process) {
    this.settings = settings;
    this.process = process;
    if (!(process.spaces().observation() instanceof Space.Image image) || image.channels() != 1) {
      process.close();
      throw new SettingException(
          "id", "must be an Atari game, which is seen as pixels, got " + settings.id());
    }
    List<String> names = process.spaces().actions().names();
    List<String> chosen = settings.actions().isEmpty() ? names : settings.actions();
    numbers = new int[chosen.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = names.indexOf(chosen.get(i));
      if (numbers[i] < 0) {
        process.close();
        throw new SettingException(
            "actions[" + i + "]",
            "must be an action of this game, one of "
                + names
                + ", got '"
                + chosen.get(i)
                + "'"
                + NearestName.suggestion(chosen.get(i), names));
      }
    }
    spaces =
        new Spaces(
            new Space.Image(settings.size(), settings.size(), settings.stack()),
            new Space.Discrete(chosen));
    clock = new EpisodeClock(0, numbers.length);
    scaling = new AreaScaling(image.height(), image.width(), settings.size());
    fires = settings.fireOnReset() && names.size() > 2 && names.get(1).equals(FIRE);
    raw = new int[image.dimension()];
    small = new int[settings.size() * settings.size()];
    stack = new int[settings.stack() * small.length];
  }

  @Override
  public Spaces spaces() {
    return spaces;
  }

  @Override
  public void reset(RandomGenerator random) {
    process.reset(0, random);
    int waits = settings.mostNoOps() > 0 ? random.nextInt(settings.mostNoOps() + 1) : 0;
    for (int i = 0; i < waits; i++) {
      begin(NO_OP, random);
    }
    if (fires) { // As the preparation of source notebook 004: the button, then the next action.
      begin(1, random);
      begin(2, random);
    }
    look();
    for (int i = 0; i < settings.stack(); i++) {
      push();
    }
    reward = 0;
    begun = true;
    clock.begin();
  }

  private void begin(int chosen, RandomGenerator random) {
    action[0] = chosen;
    process.step(action);
    if (process.terminated(0) || process.truncated(0)) {
      process.reset(0, random);
    }
  }

  @Override
  public void step(int chosen) {
    clock.check(chosen);
    action[0] = numbers[chosen];
    process.step(action);
    look();
    push();
    double given = process.reward(0);
    reward = settings.clipReward() ? Math.signum(given) : given;
    clock.count(process.terminated(0) || process.truncated(0));
  }

  private void look() {
    process.greatestOfTwo(0, raw);
    scaling.scale(raw, small);
  }

  private void push() {
    System.arraycopy(stack, small.length, stack, 0, stack.length - small.length);
    System.arraycopy(small, 0, stack, stack.length - small.length, small.length);
  }

  @Override
  public void observe(double[] out) {
    for (int i = 0; i < stack.length; i++) {
      out[i] = stack[i];
    }
  }

  @Override
  public int state() {
    throw new UnsupportedOperationException("pictures are read with observe");
  }

  @Override
  public double reward() {
    return reward;
  }

  @Override
  public boolean terminated() {
    return process.terminated(0);
  }

  @Override
  public boolean truncated() {
    return process.truncated(0);
  }

  @Override
  public double secondsPerStep() {
    return settings.skip() / FRAMES_PER_SECOND;
  }

  private void see() {
    if (seen.length == 0) {
      if (!begun) {
        process.reset(0, () -> 0);
      }
      seen = process.picture(0);
    }
  }

  @Override
  public int pictureWidth() {
    see();
    return seen[1] / 2 * 2;
  }

  @Override
  public int pictureHeight() {
    see();
    return seen[0] / 2 * 2;
  }

  @Override
  public double stepsPerSecond() {
    return FRAMES_PER_SECOND / settings.skip();
  }

  /** The game as it is played, not as it is seen. */
  @Override
  public void picture(int[] rgb) {
    seen = process.picture(0);
    int width = pictureWidth();
    for (int row = 0; row < pictureHeight(); row++) {
      System.arraycopy(seen, 2 + row * seen[1], rgb, row * width, width);
    }
  }

  /** What is seen, coarsely, in characters. */
  @Override
  public String text() {
    String shades = " .:-=+*#%@";
    int size = settings.size();
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < size; row += 4) {
      for (int column = 0; column < size; column += 2) {
        int value = stack[stack.length - small.length + row * size + column];
        text.append(shades.charAt(value * (shades.length() - 1) / 255));
      }
      text.append('\n');
    }
    return text.toString();
  }

  @Override
  public void close() {
    process.close();
  }
}
