package org.ophiura.app.disturbance;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;

/**
 * What a controller sees of a plant: the truth with noise, and late. Noise is that of the moment of
 * measuring; several on one observation add up, and so do delays.
 *
 * <p>Only what is disturbed is copied. Allocates nothing after its construction. Belongs to one
 * thread at a time.
 */
public final class Senses {
  private static final int UNDISTURBED = -1;

  private final PlantState truth;
  private final PlantState view;
  private final Noise[] noises;
  private final Delay[] delays;

  /** The elements that are disturbed, and where each element stands among them. */
  private final int[] disturbed;

  private final int[] slots;
  private final double[] seen;
  private final int[] lateBy;

  /** What was measured at the latest ticks: a ring, as long as the longest delay and one more. */
  private final double[][] measured;

  private RandomGenerator random = RandomGenerator.getDefault();
  private int tick;

  /**
   * Noise on some observations.
   *
   * @param tick the control step, counted from 0, from which on there is noise
   */
  record Noise(List<ObservationSpec> observations, double standardDeviation, int tick) {}

  /**
   * Delay of some observations.
   *
   * @param ticks how late they are
   * @param tick the control step, counted from 0, from which on they are late
   */
  record Delay(List<ObservationSpec> observations, int ticks, int tick) {}

  /** Disturbs {@code truth}, which has {@code size} elements. */
  Senses(PlantState truth, int size, List<Noise> noises, List<Delay> delays) {
    this.truth = truth;
    this.noises = noises.toArray(new Noise[0]);
    this.delays = delays.toArray(new Delay[0]);
    slots = new int[size];
    Arrays.fill(slots, UNDISTURBED);
    int count = 0;
    for (Noise noise : noises) {
      count = claim(noise.observations(), count);
    }
    for (Delay delay : delays) {
      count = claim(delay.observations(), count);
    }
    disturbed = new int[count];
    for (int element = 0; element < size; element++) {
      if (slots[element] != UNDISTURBED) {
        disturbed[slots[element]] = element;
      }
    }
    seen = new double[count];
    lateBy = new int[count];
    int longest = delays.stream().mapToInt(Delay::ticks).sum();
    measured = new double[longest + 1][count];
    view = count == 0 ? truth : new View();
  }

  /** Gives each element of {@code observations} that has no slot the next one. */
  private int claim(List<ObservationSpec> observations, int count) {
    int next = count;
    for (ObservationSpec observation : observations) {
      for (int i = 0; i < observation.size(); i++) {
        if (slots[observation.offset() + i] == UNDISTURBED) {
          slots[observation.offset() + i] = next++;
        }
      }
    }
    return next;
  }

  private final class View implements PlantState {
    @Override
    public double timeSeconds() {
      return truth.timeSeconds();
    }

    @Override
    public double get(int index) {
      int slot = slots[index];
      return slot == UNDISTURBED ? truth.get(index) : seen[slot];
    }
  }

  /** What the controller sees, live; the truth itself where nothing is disturbed. */
  public PlantState view() {
    return view;
  }

  /**
   * Begins an episode with the truth as it is after the reset.
   *
   * @param random draws the noise until the next begin
   */
  public void begin(RandomGenerator random) {
    this.random = random;
    tick = 0;
    sense();
  }

  /** Takes in the truth after a control step. */
  public void refresh() {
    tick++;
    sense();
  }

  private void sense() {
    double[] now = measured[tick % measured.length];
    for (int slot = 0; slot < disturbed.length; slot++) {
      now[slot] = truth.get(disturbed[slot]);
      lateBy[slot] = 0;
    }
    for (Noise noise : noises) {
      if (tick >= noise.tick()) {
        add(noise, now);
      }
    }
    for (Delay delay : delays) {
      if (tick >= delay.tick()) {
        add(delay);
      }
    }
    for (int slot = 0; slot < disturbed.length; slot++) {
      int then = Math.max(0, tick - lateBy[slot]);
      seen[slot] = measured[then % measured.length][slot];
    }
  }

  private void add(Noise noise, double[] now) {
    for (int o = 0; o < noise.observations().size(); o++) {
      ObservationSpec observation = noise.observations().get(o);
      for (int i = 0; i < observation.size(); i++) {
        now[slots[observation.offset() + i]] += noise.standardDeviation() * random.nextGaussian();
      }
    }
  }

  private void add(Delay delay) {
    for (int o = 0; o < delay.observations().size(); o++) {
      ObservationSpec observation = delay.observations().get(o);
      for (int i = 0; i < observation.size(); i++) {
        lateBy[slots[observation.offset() + i]] += delay.ticks();
      }
    }
  }
}
