package org.ophiura.sim.classic.pixels;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the environment {@code catch}. Lengths are in pixels of a picture of 84 by 84. */
public record CatchSettings(
    @Setting(value = "Edge of the ball.", unit = "px", defaultValue = "8", min = 1, max = 40)
        int ballEdge,
    @Setting(value = "Width of the paddle.", unit = "px", defaultValue = "16", min = 1, max = 84)
        int paddleWidth,
    @Setting(
            value = "How far the ball falls in a step.",
            unit = "px",
            defaultValue = "10",
            min = 1,
            max = 40)
        int fall,
    @Setting(
            value =
                "How far the ball drifts to one side in a step, at most; it rebounds from the walls.",
            unit = "px",
            defaultValue = "2",
            min = 0,
            max = 40)
        int drift,
    @Setting(
            value = "How far the paddle moves in a step.",
            unit = "px",
            defaultValue = "10",
            min = 1,
            max = 84)
        int paddleStep) {
  /** Checks the limits. */
  public CatchSettings {
    Settings.check(CatchSettings.class, ballEdge, paddleWidth, fall, drift, paddleStep);
  }
}
