package org.ophiura.sim.classic.lake;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;
import org.ophiura.sim.plugin.Variant;

/** Settings of the environment {@code frozen-lake}. */
public record FrozenLakeSettings(
    @Setting(value = "The lake.", defaultValue = "4x4") Lake map,
    @Setting(
            value =
                "Whether the chosen direction and the two beside it are equally likely. Source:"
                    + " Gymnasium's FrozenLake-v1.",
            defaultValue = "true")
        boolean slippery,
    @Setting(
            value =
                "Steps after which an episode is truncated; 0 for no limit. Source: Gymnasium's"
                    + " FrozenLake-v1, whose 8x8 has 200.",
            defaultValue = "100",
            min = 0)
        int stepLimit) {
  /** Checks the limits. */
  public FrozenLakeSettings {
    Settings.check(FrozenLakeSettings.class, map, slippery, stepLimit);
  }

  /** Where the map comes from. */
  public sealed interface Lake {
    /** The map; the same for generators of the same state. */
    FrozenLakeMap map(RandomGenerator random);

    /** The small lake. */
    @Variant(id = "4x4", value = "The small lake of Gymnasium.")
    record Four() implements Lake {
      @Override
      public FrozenLakeMap map(RandomGenerator random) {
        return FrozenLakeMap.FOUR;
      }
    }

    /** The large lake. */
    @Variant(id = "8x8", value = "The large lake of Gymnasium.")
    record Eight() implements Lake {
      @Override
      public FrozenLakeMap map(RandomGenerator random) {
        return FrozenLakeMap.EIGHT;
      }
    }

    /** A lake of one's own. */
    @Variant(id = "rows", value = "A lake of one's own.")
    record Rows(
        @Setting("Its rows from top to bottom: S start, F frozen, H hole, G goal.")
            List<String> rows)
        implements Lake {
      /** Checks the map. */
      public Rows {
        rows = List.copyOf(rows);
        Settings.check(Rows.class, rows);
        try {
          FrozenLakeMap map = new FrozenLakeMap(rows);
          if (!map.hasPath()) {
            throw new SettingException(
                "rows", "must leave a way from each start to a goal, got none in " + rows);
          }
        } catch (IllegalArgumentException e) {
          throw e instanceof SettingException told
              ? told
              : new SettingException("rows", String.valueOf(e.getMessage()));
        }
      }

      @Override
      public FrozenLakeMap map(RandomGenerator random) {
        return new FrozenLakeMap(rows);
      }
    }

    /** A lake that the seed draws. */
    @Variant(id = "random", value = "A square lake with a way to the goal, drawn by the seed.")
    record Drawn(
        @Setting(value = "Fields along an edge.", defaultValue = "8", min = 2, max = 100) int size,
        @Setting(
                value = "Probability of each field to be frozen. Source: Gymnasium's random maps.",
                defaultValue = "0.8",
                min = 0,
                exclusiveMin = true,
                max = 1)
            double frozen)
        implements Lake {
      /** Checks the limits. */
      public Drawn {
        Settings.check(Drawn.class, size, frozen);
      }

      @Override
      public FrozenLakeMap map(RandomGenerator random) {
        try {
          return FrozenLakeMap.random(size, frozen, random);
        } catch (IllegalArgumentException e) {
          throw new SettingException("map.frozen", String.valueOf(e.getMessage()));
        }
      }
    }
  }
}
