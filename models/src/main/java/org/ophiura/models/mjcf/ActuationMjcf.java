package org.ophiura.models.mjcf;

import java.util.List;
import org.ophiura.models.Actuation;
import org.ophiura.models.BendingPlane;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.models.Segment;

/** Writes what drives the robot: servos or motors on its joints, or tendons and their motors. */
final class ActuationMjcf {
  private static final double TENDON_GEAR = 15;
  private static final double TENDON_WIDTH_SHARE_OF_RADIUS = 0.1;

  private final BrittleStarMorphology morphology;

  ActuationMjcf(BrittleStarMorphology morphology) {
    this.morphology = morphology;
  }

  void write(MjcfXml xml) {
    if (morphology.actuation() == Actuation.TENDON_TORQUE) {
      xml.open("tendon");
      forEachSegment((arm, index, segment) -> writeTendons(xml, arm, index, segment));
      xml.close();
    }
    xml.open("actuator");
    forEachSegment((arm, index, segment) -> writeActuators(xml, arm, index, segment));
    xml.close();
  }

  /** Each tendon runs from the parent's tap through the plane of the joints to the segment's. */
  private static void writeTendons(MjcfXml xml, int arm, int index, Segment segment) {
    for (int tendon = 0; tendon < BrittleStarNames.TENDONS_PER_SEGMENT; tendon++) {
      xml.open("spatial")
          .attribute("name", BrittleStarNames.tendon(arm, index, tendon))
          .attribute("width", TENDON_WIDTH_SHARE_OF_RADIUS * segment.radiusMetres());
      writeWaypoint(
          xml,
          index == 0
              ? BrittleStarNames.diskTap(arm, tendon)
              : BrittleStarNames.distalTap(arm, index - 1, tendon));
      writeWaypoint(xml, BrittleStarNames.connectorTap(arm, index, tendon));
      writeWaypoint(xml, BrittleStarNames.proximalTap(arm, index, tendon));
      xml.close();
    }
  }

  private static void writeWaypoint(MjcfXml xml, String site) {
    xml.leaf("site").attribute("site", site);
  }

  private void writeActuators(MjcfXml xml, int arm, int index, Segment segment) {
    double strength = morphology.strengthNewtonMetres(segment);
    switch (morphology.actuation()) {
      case POSITION -> {
        for (BendingPlane plane : BendingPlane.values()) {
          double range = segment.joint(plane).rangeRadians();
          double left = strength * segment.joint(plane).strengthFraction();
          writeActuator(xml, "position", "joint", BrittleStarNames.joint(arm, index, plane))
              .attribute("kp", morphology.positionGainNewtonMetresPerRadian())
              .attribute("ctrlrange", -range, range)
              .attribute("forcerange", -left, left);
        }
      }
      case TORQUE -> {
        for (BendingPlane plane : BendingPlane.values()) {
          double left = strength * segment.joint(plane).strengthFraction();
          writeActuator(xml, "motor", "joint", BrittleStarNames.joint(arm, index, plane))
              .attribute("ctrlrange", -left, left)
              .attribute("forcerange", -left, left);
        }
      }
      case TENDON_TORQUE -> {
        double left = strength * segment.tendonStrengthFraction();
        for (String tendon : BrittleStarNames.tendonsOfSegment(arm, index)) {
          writeActuator(xml, "motor", "tendon", tendon)
              .attribute("gear", TENDON_GEAR)
              .attribute("ctrlrange", -left, 0)
              .attribute("forcerange", -TENDON_GEAR * left, 0);
        }
      }
    }
  }

  private MjcfXml writeActuator(MjcfXml xml, String type, String drivenKind, String driven) {
    return xml.leaf(type)
        .attribute("name", BrittleStarNames.actuator(driven, morphology.actuation()))
        .attribute(drivenKind, driven);
  }

  private void forEachSegment(SegmentWriter writer) {
    for (int arm = 0; arm < morphology.arms().size(); arm++) {
      List<Segment> segments = morphology.arms().get(arm).segments();
      for (int index = 0; index < segments.size(); index++) {
        writer.write(arm, index, segments.get(index));
      }
    }
  }

  private interface SegmentWriter {
    void write(int arm, int index, Segment segment);
  }
}
