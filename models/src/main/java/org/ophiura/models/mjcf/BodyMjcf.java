package org.ophiura.models.mjcf;

import java.util.List;
import org.ophiura.models.Actuation;
import org.ophiura.models.BendingPlane;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.models.Disk;
import org.ophiura.models.JointProperties;
import org.ophiura.models.Segment;

/** Writes the robot's bodies: the disk and its arms, with joints, geoms and sites. */
final class BodyMjcf {
  /** The default class of the robot's geoms. */
  static final String DEFAULT_CLASS = BrittleStarNames.PREFIX;

  private static final double QUARTER_TURN = Math.PI / 2;
  private static final double CONNECTOR_SHARE_OF_DISK = 0.2;
  private static final double CONNECTOR_SHARE_OF_SEGMENT = 0.5;

  /**
   * Rotor inertia of a locked joint, kg m^2, and its damping, N m s/rad: a torque of a few N m,
   * which is all that there is, turns it by less than 1e-6 rad/s. An armature only counts for the
   * joint's own velocity, so that robot and joint move as if they were rigidly joined (tested
   * against such a model); no constraint is needed, which one solver iteration would not hold. From
   * 1e8 on, the solver's arithmetic suffers.
   */
  private static final double LOCKED_ARMATURE = 1e7;

  private static final double LOCKED_DAMPING = 1e7;

  private static final double[] SKIN = {0.490196, 0.709804, 0.658824, 1};
  private static final double[] CONNECTOR = {0.34902, 0.34902, 0.34902, 1};
  private static final double[] INVISIBLE = {0, 0, 0, 0};

  private final BrittleStarMorphology morphology;
  private final SiteMjcf sites;

  BodyMjcf(BrittleStarMorphology morphology) {
    this.morphology = morphology;
    this.sites = new SiteMjcf(morphology);
  }

  /** The disk hangs on a massless body with the free joint, whose own position starts at 0. */
  void write(MjcfXml xml, double startHeightMetres) {
    xml.open("body")
        .attribute("name", BrittleStarNames.ROOT_BODY)
        .attribute("childclass", DEFAULT_CLASS);
    xml.leaf("freejoint").attribute("name", BrittleStarNames.FREE_JOINT);
    xml.open("body")
        .attribute("name", BrittleStarNames.DISK)
        .attribute("pos", 0, 0, startHeightMetres);
    writeSideCamera(xml);
    writeDiskGeoms(xml);
    if (morphology.actuation() == Actuation.TENDON_TORQUE) {
      sites.writeDiskTaps(xml);
    }
    for (int arm = 0; arm < morphology.arms().size(); arm++) {
      writeArm(xml, arm);
    }
    xml.close();
    xml.close();
  }

  private static void writeSideCamera(MjcfXml xml) {
    xml.leaf("camera")
        .attribute("name", BrittleStarNames.SIDE_CAMERA)
        .attribute("mode", "track")
        .attribute("pos", 0, -2, 2.5)
        .attribute("euler", Math.toRadians(40), 0, 0)
        .attribute("fovy", 45);
  }

  private void writeDiskGeoms(MjcfXml xml) {
    Disk disk = morphology.disk();
    double halfSide = Math.PI / BrittleStarMorphology.MAXIMUM_ARMS;
    double halfX = disk.radiusMetres() * StrictMath.cos(halfSide) / 2;
    double halfY = disk.radiusMetres() * StrictMath.sin(halfSide);
    for (int side = 0; side < BrittleStarMorphology.MAXIMUM_ARMS; side++) {
      double angle = BrittleStarMorphology.armAngleRadians(side) + halfSide;
      xml.leaf("geom")
          .attribute("name", BrittleStarNames.DISK + "_pentagon_side_" + side)
          .attribute("type", "box")
          .attribute("size", halfX, halfY, disk.halfHeightMetres())
          .attribute("pos", polar(halfX, angle))
          .attribute("euler", 0, 0, angle)
          .attribute("rgba", SKIN)
          .attribute("contype", 0)
          .attribute("conaffinity", 0)
          .attribute("mass", 0);
    }
    xml.leaf("geom")
        .attribute("name", BrittleStarNames.DISK + "_pentagon_collider")
        .attribute("type", "cylinder")
        .attribute("size", disk.radiusMetres(), disk.halfHeightMetres())
        .attribute("rgba", INVISIBLE)
        .attribute("density", disk.densityKilogramsPerCubicMetre());
    double halfLength = CONNECTOR_SHARE_OF_DISK * disk.radiusMetres();
    for (int direction = 0; direction < BrittleStarMorphology.MAXIMUM_ARMS; direction++) {
      double angle = BrittleStarMorphology.armAngleRadians(direction);
      xml.leaf("geom")
          .attribute("name", BrittleStarNames.DISK + "_arm_connector_" + direction)
          .attribute("type", "box")
          .attribute("size", halfLength, disk.halfHeightMetres(), disk.halfHeightMetres())
          .attribute("pos", polar(disk.radiusMetres() - halfLength, angle))
          .attribute("euler", 0, 0, angle)
          .attribute("rgba", SKIN)
          .attribute("contype", 0)
          .attribute("conaffinity", 0);
    }
  }

  private void writeArm(MjcfXml xml, int arm) {
    double angle = BrittleStarMorphology.armAngleRadians(arm);
    xml.open("body")
        .attribute("name", BrittleStarNames.arm(arm))
        .attribute("pos", polar(morphology.disk().radiusMetres(), angle))
        .attribute("euler", 0, 0, angle);
    List<Segment> segments = morphology.arms().get(arm).segments();
    double origin = 0;
    for (int index = 0; index < segments.size(); index++) {
      Segment segment = segments.get(index);
      xml.open("body")
          .attribute("name", BrittleStarNames.segment(arm, index))
          .attribute("pos", origin, 0, 0);
      writeSegment(xml, arm, index, segment);
      origin = segment.endMetres();
    }
    for (int index = 0; index < segments.size(); index++) {
      xml.close();
    }
    xml.close();
  }

  private void writeSegment(MjcfXml xml, int arm, int index, Segment segment) {
    for (BendingPlane plane : BendingPlane.values()) {
      JointProperties joint = segment.joint(plane);
      xml.leaf("joint")
          .attribute("name", BrittleStarNames.joint(arm, index, plane))
          .attribute("type", "hinge")
          .attribute("axis", axis(plane))
          // A limit would push a joint that was locked just beyond it, whatever its inertia.
          .attribute("limited", joint.locked() ? "false" : "true")
          .attribute("range", -joint.rangeRadians(), joint.rangeRadians())
          .attribute("stiffness", joint.stiffnessNewtonMetresPerRadian())
          .attribute(
              "damping",
              joint.locked() ? LOCKED_DAMPING : joint.dampingNewtonMetreSecondsPerRadian())
          .attribute(
              "armature", joint.locked() ? LOCKED_ARMATURE : joint.armatureKilogramSquareMetres());
    }
    xml.leaf("geom")
        .attribute("name", BrittleStarNames.capsule(arm, index))
        .attribute("type", "capsule")
        .attribute("size", segment.radiusMetres(), segment.lengthMetres() / 2)
        .attribute("pos", segment.centreMetres(), 0, 0)
        .attribute("euler", 0, QUARTER_TURN, 0)
        .attribute("rgba", SKIN)
        .attribute("density", segment.densityKilogramsPerCubicMetre());
    xml.leaf("geom")
        .attribute("name", BrittleStarNames.segment(arm, index) + "_connector")
        .attribute("type", "sphere")
        .attribute("size", CONNECTOR_SHARE_OF_SEGMENT * segment.radiusMetres())
        .attribute("rgba", CONNECTOR)
        .attribute("contype", 0)
        .attribute("conaffinity", 0)
        .attribute("mass", 0);
    if (morphology.actuation() == Actuation.TENDON_TORQUE) {
      sites.writeSegmentTaps(xml, arm, index, segment);
    }
    sites.writeContactSites(xml, arm, index, segment);
  }

  private static double[] axis(BendingPlane plane) {
    return switch (plane) {
      case IN_PLANE -> new double[] {0, 0, 1};
      case OUT_OF_PLANE -> new double[] {0, -1, 0};
    };
  }

  private static double[] polar(double radius, double angle) {
    return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), 0};
  }
}
