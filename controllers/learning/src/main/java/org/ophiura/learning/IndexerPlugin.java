package org.ophiura.learning;

import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Plugin;
import org.ophiura.sim.plugin.SettingException;

/** A kind of state indexer. */
public interface IndexerPlugin<S extends Record> extends Plugin<S> {

  /**
   * Makes an indexer for one robot.
   *
   * @throws SettingException if the robot lacks an observation that the indexer needs
   */
  StateIndexer create(S settings, RobotLayout layout);

  /** Makes what a trial file chose; see {@link #create(Record, RobotLayout)}. */
  static StateIndexer create(Choice<? extends IndexerPlugin<?>> choice, RobotLayout layout) {
    return create(choice.plugin(), choice.settings(), layout);
  }

  private static <S extends Record> StateIndexer create(
      IndexerPlugin<S> plugin, Record settings, RobotLayout layout) {
    return plugin.create(plugin.settings().cast(settings), layout);
  }
}
