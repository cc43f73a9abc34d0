package org.ophiura.models.mjcf;

import org.ophiura.models.Actuation;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.models.BrittleStarNames;

/** Writes the robot's sensors in the order in which observations list them. */
final class SensorMjcf {
  private final BrittleStarMorphology morphology;

  SensorMjcf(BrittleStarMorphology morphology) {
    this.morphology = morphology;
  }

  void write(MjcfXml xml) {
    xml.open("sensor");
    // "xbody" is the disk's own frame; "body" would be the frame of its inertia.
    writeFrame(xml, "framepos", BrittleStarNames.DISK_POSITION_SENSOR);
    writeFrame(xml, "framequat", BrittleStarNames.DISK_ROTATION_SENSOR);
    writeFrame(xml, "framelinvel", BrittleStarNames.DISK_LINEAR_VELOCITY_SENSOR);
    writeFrame(xml, "frameangvel", BrittleStarNames.DISK_ANGULAR_VELOCITY_SENSOR);
    for (int arm = 0; arm < morphology.arms().size(); arm++) {
      int segments = morphology.arms().get(arm).segments().size();
      for (int segment = 0; segment < segments; segment++) {
        writeSegment(xml, arm, segment);
      }
    }
    xml.close();
  }

  private static void writeFrame(MjcfXml xml, String type, String name) {
    xml.leaf(type)
        .attribute("name", name)
        .attribute("objtype", "xbody")
        .attribute("objname", BrittleStarNames.DISK);
  }

  private void writeSegment(MjcfXml xml, int arm, int segment) {
    xml.leaf("framepos")
        .attribute("name", BrittleStarNames.segmentPositionSensor(arm, segment))
        .attribute("objtype", "geom")
        .attribute("objname", BrittleStarNames.capsule(arm, segment));
    for (String joint : BrittleStarNames.jointsOfSegment(arm, segment)) {
      write(xml, "jointpos", BrittleStarNames.jointPositionSensor(joint), "joint", joint);
      write(xml, "jointvel", BrittleStarNames.jointVelocitySensor(joint), "joint", joint);
      write(
          xml,
          "jointactuatorfrc",
          BrittleStarNames.jointActuatorForceSensor(joint),
          "joint",
          joint);
    }
    Actuation actuation = morphology.actuation();
    for (String actuator : BrittleStarNames.actuatorsOfSegment(arm, segment, actuation)) {
      String name = BrittleStarNames.actuatorForceSensor(actuator);
      write(xml, "actuatorfrc", name, "actuator", actuator);
    }
    if (actuation == Actuation.TENDON_TORQUE) {
      for (String tendon : BrittleStarNames.tendonsOfSegment(arm, segment)) {
        write(xml, "tendonpos", BrittleStarNames.tendonPositionSensor(tendon), "tendon", tendon);
        write(xml, "tendonvel", BrittleStarNames.tendonVelocitySensor(tendon), "tendon", tendon);
      }
    }
    int contacts = morphology.contactSensorsPerSegment();
    for (String site : BrittleStarNames.contactSitesOfSegment(arm, segment, contacts)) {
      write(xml, "touch", BrittleStarNames.contactSensor(site), "site", site);
    }
  }

  private static void write(
      MjcfXml xml, String type, String name, String objectKind, String object) {
    xml.leaf(type).attribute("name", name).attribute(objectKind, object);
  }
}
