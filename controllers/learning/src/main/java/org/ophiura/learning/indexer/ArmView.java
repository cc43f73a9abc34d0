package org.ophiura.learning.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.RobotLayout;

/**
 * What a single arm sees of the target, for controllers in which each arm chooses for itself. Left
 * and right are those of one who stands on the disk and looks along the arm.
 */
public enum ArmView {
  /** Whether this arm is the closest to the target, or else on which side of it the target lies. */
  CLOSEST_LEFT_RIGHT {
    @Override
    int stateOf(int sector, int arms) {
      return sector == 0 ? 0 : 2 * sector < arms ? 1 : 2;
    }

    @Override
    List<String> names(int arms) {
      return List.of("closest", "target-left", "target-right");
    }
  },
  /** The angle from this arm to the target, in as many bins as there are arms, centred on them. */
  ANGLE {
    @Override
    int stateOf(int sector, int arms) {
      return sector;
    }

    @Override
    List<String> names(int arms) {
      List<String> names = new ArrayList<>();
      for (int sector = 0; sector < arms; sector++) {
        names.add("target-at-" + Math.round(360.0 * sector / arms) + "-degrees");
      }
      return names;
    }
  };

  /** What trial files and policy files call it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Makes what one arm sees.
   *
   * @param arm number of the arm, counter-clockwise seen from above
   * @param arms number of arms
   * @throws org.ophiura.sim.plugin.SettingException if the robot lacks an observation
   */
  public StateIndexer create(int arm, int arms, RobotLayout layout) {
    return create(arm, TargetDirectionPlugin.indexer(arms, layout));
  }

  StateIndexer create(int arm, TargetDirectionIndexer directions) {
    int arms = directions.stateCount();
    int[] states = new int[arms];
    for (int sector = 0; sector < arms; sector++) {
      states[sector] = stateOf(sector, arms);
    }
    return new ArmViewIndexer(arm, directions, states, names(arms));
  }

  /**
   * The state for a target that lies {@code sector} arms counter-clockwise from this one.
   *
   * @param arms number of arms
   */
  abstract int stateOf(int sector, int arms);

  /** Names of the states, in order. */
  abstract List<String> names(int arms);
}
