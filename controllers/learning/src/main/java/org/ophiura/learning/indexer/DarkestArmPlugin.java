package org.ophiura.learning.indexer;

import java.util.List;
import java.util.stream.IntStream;
import org.ophiura.learning.IndexerPlugin;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.BodyPlan;
import org.ophiura.sim.BodyPlan.SegmentSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/** The indexer {@code darkest-arm}. */
public final class DarkestArmPlugin implements IndexerPlugin<DarkestArmSettings> {
  @Override
  public String id() {
    return "darkest-arm";
  }

  @Override
  public String summary() {
    return "Number of the arm whose segments take in the least light.";
  }

  @Override
  public Class<DarkestArmSettings> settings() {
    return DarkestArmSettings.class;
  }

  @Override
  public StateIndexer create(DarkestArmSettings settings, RobotLayout layout) {
    List<SegmentSpec> segments =
        layout
            .bodyPlan()
            .map(BodyPlan::segments)
            .orElseThrow(
                () ->
                    new SettingException(
                        "",
                        "needs a robot whose arms are known, got "
                            + layout.robot()
                            + "; take the model brittle-star"));
    ObservationSpec light =
        ObservationSearch.find(
            layout, "segment_light_intake", segments.size(), "choose the task light-escape");
    int[][] elements = new int[settings.arms()][];
    for (int arm = 0; arm < elements.length; arm++) {
      int number = arm;
      elements[arm] =
          IntStream.range(0, segments.size())
              .filter(i -> segments.get(i).arm() == number)
              .map(i -> light.offset() + i)
              .toArray();
    }
    for (SegmentSpec segment : segments) {
      if (segment.arm() >= elements.length) {
        throw new SettingException(
            "arms",
            "must be > "
                + segment.arm()
                + ", for "
                + layout.robot()
                + " has an arm of that number, got "
                + elements.length);
      }
    }
    return new DarkestArmIndexer(elements);
  }
}
