package org.ophiura.sim.plugin;

/**
 * A part that trial files choose by {@code type: id}. Found by {@link java.util.ServiceLoader};
 * needs a public constructor without parameters; keeps no state.
 *
 * @param <S> its settings: a public record whose components carry {@link Setting}
 */
public interface Plugin<S extends Record> {

  /** What a trial file calls it: lower case, words joined by hyphens, unique in its kind. */
  String id();

  /** One sentence for {@code ophiura list} and the reference page. */
  String summary();

  /** The record that holds its settings. */
  Class<S> settings();
}
