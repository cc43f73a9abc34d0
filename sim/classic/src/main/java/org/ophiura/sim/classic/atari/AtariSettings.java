package org.ophiura.sim.classic.atari;

import java.util.HashSet;
import java.util.List;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/** Settings of the environment {@code atari}. Sources: Mnih et al. 2015; source notebook 004. */
public record AtariSettings(
    @Setting(value = "The game.", defaultValue = "ALE/Pong-v5") String id,
    @Setting(
            value = "Frames for which each action is held; the greater of the last two is seen.",
            defaultValue = "4",
            min = 2,
            max = 60)
        int skip,
    @Setting(
            value = "Pictures that are seen at once, the newest last.",
            defaultValue = "4",
            min = 1,
            max = 16)
        int stack,
    @Setting(value = "Rows and columns of a picture.", defaultValue = "84", min = 8, max = 160)
        int size,
    @Setting(
            value =
                "Actions that there are to choose from, by the game's names, such as [noop, right,"
                    + " left]; left empty, all that the game has.",
            defaultValue = "[]")
        List<String> actions,
    @Setting(value = "Whether rewards become -1, 0 or 1.", defaultValue = "true")
        boolean clipReward,
    @Setting(
            value = "Whether a game that waits for the fire button gets it at the start.",
            defaultValue = "true")
        boolean fireOnReset,
    @Setting(
            value =
                "Most steps without an action at the start, a random number of them. With 0 all games"
                    + " of a greedy policy are the same.",
            defaultValue = "0",
            min = 0,
            max = 1000)
        int mostNoOps,
    @Setting(
            value =
                "Probability that the game repeats the last action instead; 0 is the behaviour of"
                    + " the NoFrameskip-v4 games.",
            defaultValue = "0",
            min = 0,
            max = 1)
        double repeatActionProbability,
    @Setting(
            value = "Command of a Python 3 with the packages gymnasium and ale-py.",
            defaultValue = "python3")
        String python,
    @Setting(
            value = "How long an answer of the Python process may take.",
            unit = "s",
            defaultValue = "60",
            min = 0,
            exclusiveMin = true,
            max = 86_400)
        double timeout) {
  /** Checks the limits. */
  public AtariSettings {
    Settings.check(
        AtariSettings.class,
        id,
        skip,
        stack,
        size,
        actions,
        clipReward,
        fireOnReset,
        mostNoOps,
        repeatActionProbability,
        python,
        timeout);
    actions = List.copyOf(actions);
    if (new HashSet<>(actions).size() < actions.size()) {
      throw new SettingException("actions", "must name each action once, got " + actions);
    }
  }
}
