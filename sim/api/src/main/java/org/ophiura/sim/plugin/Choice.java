package org.ophiura.sim.plugin;

import org.jspecify.annotations.Nullable;

/**
 * A plug-in with its settings: what a block with a {@code type} in a trial file stands for.
 *
 * @param plugin the plug-in that {@code type} names
 * @param settings the rest of the block, as that plug-in's settings record
 * @param <P> the kind of plug-in, such as {@link ControllerPlugin}
 */
public record Choice<P extends Plugin<?>>(P plugin, Record settings) {
  /** Checks that the settings are of the plug-in's own type. */
  public Choice {
    if (!plugin.settings().isInstance(settings)) {
      throw new IllegalArgumentException(
          plugin.id()
              + " takes "
              + plugin.settings().getSimpleName()
              + ", got "
              + settings.getClass().getSimpleName());
    }
  }

  /** Whether the other has a plug-in of the same class, which keeps no state, and its settings. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Choice<?> choice
        && plugin.getClass() == choice.plugin.getClass()
        && settings.equals(choice.settings);
  }

  @Override
  public int hashCode() {
    return 31 * plugin.getClass().hashCode() + settings.hashCode();
  }
}
