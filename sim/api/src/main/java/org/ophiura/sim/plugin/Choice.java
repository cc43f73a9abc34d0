package org.ophiura.sim.plugin;

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
}
