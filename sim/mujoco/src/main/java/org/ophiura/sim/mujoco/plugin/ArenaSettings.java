package org.ophiura.sim.mujoco.plugin;

import java.util.List;
import org.ophiura.models.AquariumArena;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/** The aquarium that a brittle star lives in. Defaults are the reference's (biorobot 0.4.2). */
public record ArenaSettings(
    @Setting(
            value = "From the middle to the walls, along x and along y.",
            unit = "m",
            defaultValue = "[5, 3]",
            min = 0,
            exclusiveMin = true,
            max = 1000)
        List<Double> halfSize,
    @Setting(
            value = "Half of the walls' height.",
            unit = "m",
            defaultValue = "1.5",
            min = 0,
            exclusiveMin = true,
            max = 1000)
        double wallHeight,
    @Setting(
            value = "Half of the walls' thickness.",
            unit = "m",
            defaultValue = "0.1",
            min = 0,
            exclusiveMin = true,
            max = 1000)
        double wallThickness,
    @Setting(value = "What the ground looks like.", defaultValue = "checker")
        AquariumArena.Ground ground,
    @Setting(value = "Whether there is a target to reach.", defaultValue = "true") boolean target) {

  /** The reference's arena. */
  static final ArenaSettings REFERENCE =
      new ArenaSettings(List.of(5.0, 3.0), 1.5, 0.1, AquariumArena.Ground.CHECKER, true);

  /** Checks the limits. */
  public ArenaSettings {
    halfSize = List.copyOf(halfSize);
    Settings.check(ArenaSettings.class, halfSize, wallHeight, wallThickness, ground, target);
    if (halfSize.size() != 2) {
      throw new SettingException(
          "half-size", "must be two numbers, along x and along y, got " + halfSize.size());
    }
  }

  /**
   * The arena that they describe.
   *
   * @throws SettingException if a sand ground would be too large to draw
   */
  AquariumArena arena() {
    try {
      return new AquariumArena(
          halfSize.get(0), halfSize.get(1), wallHeight, wallThickness, ground, target);
    } catch (IllegalArgumentException e) {
      throw ModelRules.broken(e);
    }
  }
}
