package org.ophiura.motion.gait;

import org.ophiura.sim.plugin.Plugin;

/** A kind of gait, found by {@link java.util.ServiceLoader}. */
public interface GaitPlugin<S extends Record> extends Plugin<S> {

  /**
   * Makes a gait; {@link Gaits#create} then checks each of its actions.
   *
   * @param context the oscillators and the limits of the joints
   * @throws org.ophiura.sim.plugin.SettingException if the settings do not fit them
   */
  GaitModulator create(S settings, GaitContext context);
}
