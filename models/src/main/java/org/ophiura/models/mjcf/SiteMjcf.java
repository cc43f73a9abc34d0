package org.ophiura.models.mjcf;

import java.util.List;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.models.Segment;

/** Writes the robot's sites: the taps that tendons run through, and the areas that feel contact. */
final class SiteMjcf {
  private static final double QUARTER_TURN = Math.PI / 2;
  private static final double TAP_SIZE_METRES = 0.001;
  private static final double TAP_SHARE_OF_RADIUS = 0.8;
  private static final double[] INVISIBLE = {0, 0, 0, 0};

  private final BrittleStarMorphology morphology;

  SiteMjcf(BrittleStarMorphology morphology) {
    this.morphology = morphology;
  }

  /** Taps as wide apart as those of the arm's first segment; none where there is no segment. */
  void writeDiskTaps(MjcfXml xml) {
    double along = TAP_SHARE_OF_RADIUS * morphology.disk().radiusMetres();
    for (int arm = 0; arm < morphology.arms().size(); arm++) {
      List<Segment> segments = morphology.arms().get(arm).segments();
      if (segments.isEmpty()) {
        continue;
      }
      double angle = BrittleStarMorphology.armAngleRadians(arm);
      double cosine = StrictMath.cos(angle);
      double sine = StrictMath.sin(angle);
      for (int tap = 0; tap < BrittleStarNames.TENDONS_PER_SEGMENT; tap++) {
        double across = tapY(segments.get(0), tap);
        writeTap(
            xml,
            BrittleStarNames.diskTap(arm, tap),
            along * cosine - across * sine,
            along * sine + across * cosine,
            tapZ(segments.get(0), tap));
      }
    }
  }

  void writeSegmentTaps(MjcfXml xml, int arm, int index, Segment segment) {
    double proximal = segment.radiusMetres();
    double distal = segment.radiusMetres() + segment.lengthMetres();
    for (int tap = 0; tap < BrittleStarNames.TENDONS_PER_SEGMENT; tap++) {
      double y = tapY(segment, tap);
      double z = tapZ(segment, tap);
      writeTap(xml, BrittleStarNames.proximalTap(arm, index, tap), proximal, y, z);
      writeTap(xml, BrittleStarNames.distalTap(arm, index, tap), distal, y, z);
      writeTap(xml, BrittleStarNames.connectorTap(arm, index, tap), 0, y, z);
    }
  }

  void writeContactSites(MjcfXml xml, int arm, int index, Segment segment) {
    int count = morphology.contactSensorsPerSegment();
    List<String> names = BrittleStarNames.contactSitesOfSegment(arm, index, count);
    if (count == 1) {
      xml.leaf("site")
          .attribute("name", names.get(0))
          .attribute("type", "capsule")
          .attribute("size", 1.01 * segment.radiusMetres(), segment.lengthMetres() / 2)
          .attribute("pos", segment.centreMetres(), 0, 0)
          .attribute("euler", 0, QUARTER_TURN, 0)
          .attribute("rgba", INVISIBLE);
      return;
    }
    double radius = segment.radiusMetres();
    for (int site = 0; site < count; site++) {
      double angle = -Math.PI / 2 + 2 * Math.PI * site / count;
      xml.leaf("site")
          .attribute("name", names.get(site))
          .attribute("type", "box")
          .attribute("size", segment.lengthMetres() / 2 + radius / 2, 0.05 * radius, 0.4 * radius)
          .attribute(
              "pos",
              segment.centreMetres(),
              0.95 * radius * StrictMath.cos(angle),
              0.95 * radius * StrictMath.sin(angle))
          .attribute("euler", angle, 0, 0)
          .attribute("rgba", INVISIBLE);
    }
  }

  private static void writeTap(MjcfXml xml, String name, double x, double y, double z) {
    xml.leaf("site")
        .attribute("name", name)
        .attribute("size", TAP_SIZE_METRES)
        .attribute("pos", x, y, z);
  }

  private static double tapY(Segment segment, int tap) {
    return TAP_SHARE_OF_RADIUS * segment.radiusMetres() * StrictMath.cos(tapAngle(tap));
  }

  private static double tapZ(Segment segment, int tap) {
    return TAP_SHARE_OF_RADIUS * segment.radiusMetres() * StrictMath.sin(tapAngle(tap));
  }

  private static double tapAngle(int tap) {
    return Math.PI / 4 + tap * QUARTER_TURN;
  }
}
