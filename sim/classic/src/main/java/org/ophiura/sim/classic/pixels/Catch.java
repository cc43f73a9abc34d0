package org.ophiura.sim.classic.pixels;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EpisodeClock;
import org.ophiura.sim.environment.Pictured;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Spaces;

/**
 * Catch: a ball falls from the top, and a paddle at the bottom must be where it comes down. Reward
 * 1 if it is, -1 if not, and the episode ends. Source: the game of the same name in DeepMind's
 * bsuite (Osband et al. 2020), with balls that drift, and in the pictures of Mnih et al. 2015: 84
 * by 84 pixels of grey, the last four of them.
 */
public final class Catch implements Environment, Pictured {
  private static final int EDGE = 84;
  private static final int STACK = 4;
  private static final int PADDLE_HEIGHT = 4;
  private static final double BALL = 255;
  private static final double PADDLE = 160;
  private static final int ENLARGED = 4;
  private static final int LETTER = 4;

  private static final Spaces SPACES =
      new Spaces(
          new Space.Image(EDGE, EDGE, STACK), new Space.Discrete(List.of("left", "stay", "right")));

  private final CatchSettings settings;
  private final EpisodeClock clock = new EpisodeClock(0, SPACES.actions().count());
  private final PictureStack pictures = new PictureStack(STACK, EDGE * EDGE);

  private int ballLeft;
  private int ballTop;
  private int drift;
  private int paddleLeft;
  private double reward;
  private boolean terminated;

  /** Makes a game. */
  public Catch(CatchSettings settings) {
    this.settings = settings;
  }

  @Override
  public Spaces spaces() {
    return SPACES;
  }

  @Override
  public void reset(RandomGenerator random) {
    begin(
        random.nextInt(EDGE - settings.ballEdge() + 1),
        random.nextInt(-settings.drift(), settings.drift() + 1));
  }

  /**
   * Begins an episode with a ball of one's own.
   *
   * @param left pixels between the left wall and the ball
   * @param drift pixels to the right in each step
   */
  void begin(int left, int drift) {
    ballLeft = left;
    ballTop = 0;
    this.drift = drift;
    paddleLeft = (EDGE - settings.paddleWidth()) / 2;
    reward = 0;
    terminated = false;
    clock.begin();
    draw();
    pictures.fill();
  }

  @Override
  public void step(int action) {
    clock.check(action);
    int wall = EDGE - settings.paddleWidth();
    paddleLeft += (action - 1) * settings.paddleStep();
    paddleLeft = Math.max(0, Math.min(wall, paddleLeft));
    ballTop += settings.fall();
    ballLeft += drift;
    int rightmost = EDGE - settings.ballEdge();
    if (ballLeft < 0 || ballLeft > rightmost) {
      ballLeft = ballLeft < 0 ? -ballLeft : 2 * rightmost - ballLeft;
      drift = -drift;
    }
    terminated = ballTop + settings.ballEdge() > EDGE - PADDLE_HEIGHT;
    if (terminated) {
      boolean caught =
          ballLeft + settings.ballEdge() > paddleLeft
              && ballLeft < paddleLeft + settings.paddleWidth();
      reward = caught ? 1 : -1;
    }
    clock.count(terminated);
    draw();
  }

  private void draw() {
    double[] picture = pictures.turn();
    fill(picture, paddleLeft, EDGE - PADDLE_HEIGHT, settings.paddleWidth(), PADDLE_HEIGHT, PADDLE);
    fill(picture, ballLeft, ballTop, settings.ballEdge(), settings.ballEdge(), BALL);
  }

  private static void fill(
      double[] picture, int left, int top, int width, int height, double value) {
    for (int y = top; y < Math.min(EDGE, top + height); y++) {
      for (int x = left; x < left + width; x++) {
        picture[y * EDGE + x] = value;
      }
    }
  }

  @Override
  public void observe(double[] out) {
    pictures.copyTo(out);
  }

  @Override
  public int state() {
    throw new UnsupportedOperationException(
        "the observations of Catch are pictures; read them with observe");
  }

  @Override
  public double reward() {
    return reward;
  }

  @Override
  public boolean terminated() {
    return terminated;
  }

  @Override
  public boolean truncated() {
    return clock.truncated();
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int y = LETTER / 2; y < EDGE; y += LETTER) {
      for (int x = LETTER / 2; x < EDGE; x += LETTER) {
        double value = pictures.newest()[y * EDGE + x];
        text.append(value == BALL ? 'o' : value == PADDLE ? '=' : '.');
      }
      text.append('\n');
    }
    return text.toString();
  }

  @Override
  public int pictureWidth() {
    return ENLARGED * EDGE;
  }

  @Override
  public int pictureHeight() {
    return ENLARGED * EDGE;
  }

  @Override
  public double stepsPerSecond() {
    return 15;
  }

  @Override
  public void picture(int[] rgb) {
    int width = pictureWidth();
    for (int i = 0; i < rgb.length; i++) {
      int y = i / width / ENLARGED;
      int x = i % width / ENLARGED;
      rgb[i] = 0x010101 * (int) pictures.newest()[y * EDGE + x];
    }
  }
}
