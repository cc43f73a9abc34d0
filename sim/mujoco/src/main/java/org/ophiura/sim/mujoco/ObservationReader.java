package org.ophiura.sim.mujoco;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjModel;
import org.ophiura.sim.mujoco.ObservationMap.Source;

/**
 * Finds out what of a compiled model can be observed, and where it stands. Names are resolved here,
 * once, and nowhere else.
 *
 * <p>An observation comes from a sensor where the model has one for it, otherwise from the array of
 * {@code mjData} that the sensor would read. A model with a free joint and a body named {@code
 * target} has the way from one to the other. In the model of a brittle star (one with a body
 * {@value BrittleStarNames#DISK}) the observations of the disk and the contacts are there too;
 * where motors pull a segment's tendons, so are their {@link TendonMomentArms}. The model's own
 * sensors follow, each by its name.
 */
final class ObservationReader {
  private final mjModel model;
  private final ModelNames names;
  private final ModelElements elements;
  private final ContactObservation contacts;
  private final TendonMomentArms momentArms;
  private final ObservationMap map = new ObservationMap();
  private final int sensorCount;
  private final int tendonCount;
  private OptionalInt diskPositionSensor = OptionalInt.empty();
  private OptionalInt diskQuaternionSensor = OptionalInt.empty();
  private int[] binaryContacts = {};
  private int computed;
  private int firstSensorObservation;

  ObservationReader(
      mjModel model, ModelNames names, ModelElements elements, ContactObservation contacts) {
    this.model = model;
    this.names = names;
    this.elements = elements;
    this.contacts = contacts;
    sensorCount = Math.toIntExact(model.nsensor());
    tendonCount = Math.toIntExact(model.ntendon());
    momentArms = new TendonMomentArms(model, names, elements);
    readObservations();
  }

  ObservationMap observations() {
    return map;
  }

  /** Index of the first observation that is one of the model's own sensors. */
  int firstSensorObservation() {
    return firstSensorObservation;
  }

  /** Address in {@code sensordata} of the disk's position, in the model of a brittle star. */
  OptionalInt diskPositionSensor() {
    return diskPositionSensor;
  }

  /** Address in {@code sensordata} of the disk's quaternion, in the model of a brittle star. */
  OptionalInt diskQuaternionSensor() {
    return diskQuaternionSensor;
  }

  /** Addresses in {@code sensordata} of the contacts to be computed; empty where none is. */
  int[] binaryContacts() {
    return binaryContacts;
  }

  /** The tendons whose moment arms are to be computed; empty where there are none. */
  TendonMomentArms momentArms() {
    return momentArms;
  }

  private void readObservations() {
    boolean brittleStar = names.find(Mujoco.mjOBJ_BODY, BrittleStarNames.DISK) >= 0;
    readJoints();
    readActuators();
    if (brittleStar) {
      readDisk();
    }
    readTendons();
    if (brittleStar) {
      readContacts();
    }
    if (momentArms.size() > 0) {
      readMomentArms();
    }
    if (elements.targetBody().isPresent() && (brittleStar || elements.freeBody().isPresent())) {
      readWayToTarget();
    }
    readSensors();
  }

  private void readJoints() {
    int[] positionSensors = sensorsOf(Mujoco.mjSENS_JOINTPOS, Math.toIntExact(model.njnt()));
    int[] velocitySensors = sensorsOf(Mujoco.mjSENS_JOINTVEL, Math.toIntExact(model.njnt()));
    int[] forceSensors = sensorsOf(Mujoco.mjSENS_JOINTACTFRC, Math.toIntExact(model.njnt()));
    int[] joints = elements.joints();
    double[] lower = new double[joints.length];
    double[] upper = new double[joints.length];
    for (int i = 0; i < joints.length; i++) {
      int joint = joints[i];
      lower[i] = elements.jointLower(joint);
      upper[i] = elements.jointUpper(joint);
      add(positionSensors[joint], Source.POSITIONS, model.jnt_qposadr().get(joint));
    }
    map.end("joint_position", lower, upper, "rad");
    for (int joint : joints) {
      add(velocitySensors[joint], Source.VELOCITIES, model.jnt_dofadr().get(joint));
    }
    map.end("joint_velocity", -ModelElements.UNLIMITED, ModelElements.UNLIMITED, "rad/s");
    for (int joint : joints) {
      add(forceSensors[joint], Source.JOINT_ACTUATOR_FORCES, model.jnt_dofadr().get(joint));
    }
    map.end("joint_actuator_force", -ModelElements.UNLIMITED, ModelElements.UNLIMITED, "N m");
  }

  private void readActuators() {
    int[] sensors = sensorsOf(Mujoco.mjSENS_ACTUATORFRC, elements.actuatorCount());
    int outputs = Mujoco.guard_output_address(model, elements.actuatorCount());
    double[] lower = new double[outputs];
    double[] upper = new double[outputs];
    for (int actuator = 0; actuator < elements.actuatorCount(); actuator++) {
      int first = Mujoco.guard_output_address(model, actuator);
      int end = Mujoco.guard_output_address(model, actuator + 1);
      boolean limited = ModelElements.flag(model.actuator_forcelimited(), actuator);
      for (int output = first; output < end; output++) {
        lower[output] =
            limited ? model.actuator_forcerange().get(2L * actuator) : -ModelElements.UNLIMITED;
        upper[output] =
            limited ? model.actuator_forcerange().get(2L * actuator + 1) : ModelElements.UNLIMITED;
        add(end - first == 1 ? sensors[actuator] : -1, Source.ACTUATOR_FORCES, output);
      }
    }
    map.end("actuator_force", lower, upper, "N");
  }

  private void readDisk() {
    int position = sensor(BrittleStarNames.DISK_POSITION_SENSOR);
    int quaternion = sensor(BrittleStarNames.DISK_ROTATION_SENSOR);
    diskPositionSensor = OptionalInt.of(position);
    diskQuaternionSensor = OptionalInt.of(quaternion);
    addVector(position);
    map.end("disk_position", -ModelElements.UNLIMITED, ModelElements.UNLIMITED, "m");
    computed = MujocoState.ROTATION;
    addComputed(3);
    map.end("disk_rotation", -Math.PI, Math.PI, "rad");
    addVector(sensor(BrittleStarNames.DISK_LINEAR_VELOCITY_SENSOR));
    map.end("disk_linear_velocity", -ModelElements.UNLIMITED, ModelElements.UNLIMITED, "m/s");
    addVector(sensor(BrittleStarNames.DISK_ANGULAR_VELOCITY_SENSOR));
    map.end("disk_angular_velocity", -ModelElements.UNLIMITED, ModelElements.UNLIMITED, "rad/s");
  }

  private int sensor(String name) {
    return model.sensor_adr().get(names.require(Mujoco.mjOBJ_SENSOR, "sensor", name, sensorCount));
  }

  private void readTendons() {
    int[] lengthSensors = sensorsOf(Mujoco.mjSENS_TENDONPOS, tendonCount);
    int[] velocitySensors = sensorsOf(Mujoco.mjSENS_TENDONVEL, tendonCount);
    for (int tendon = 0; tendon < tendonCount; tendon++) {
      add(lengthSensors[tendon], Source.TENDON_LENGTHS, tendon);
    }
    map.end("tendon_position", -ModelElements.UNLIMITED, ModelElements.UNLIMITED, "m");
    for (int tendon = 0; tendon < tendonCount; tendon++) {
      add(velocitySensors[tendon], Source.TENDON_VELOCITIES, tendon);
    }
    map.end("tendon_velocity", -ModelElements.UNLIMITED, ModelElements.UNLIMITED, "m/s");
  }

  private void readContacts() {
    int[] sensors =
        IntStream.range(0, sensorCount)
            .filter(sensor -> model.sensor_type().get(sensor) == Mujoco.mjSENS_TOUCH)
            .map(sensor -> model.sensor_adr().get(sensor))
            .toArray();
    if (contacts == ContactObservation.BINARY) {
      binaryContacts = sensors;
      computed = MujocoState.CONTACTS;
      addComputed(sensors.length);
      map.end("segment_contact", 0, 1, "");
    } else {
      for (int sensor : sensors) {
        map.add(Source.SENSORS, sensor);
      }
      map.end("segment_contact", 0, ModelElements.UNLIMITED, "N");
    }
  }

  private void readMomentArms() {
    computed = MujocoState.CONTACTS + binaryContacts.length;
    addComputed(momentArms.size());
    map.end("tendon_moment_arm", -ModelElements.UNLIMITED, ModelElements.UNLIMITED, "m");
  }

  private void readWayToTarget() {
    computed = MujocoState.DIRECTION;
    addComputed(2);
    map.end("unit_xy_direction_to_target", -1, 1, "");
    computed = MujocoState.DISTANCE;
    addComputed(1);
    map.end("xy_distance_to_target", 0, ModelElements.UNLIMITED, "m");
  }

  private void readSensors() {
    firstSensorObservation = map.specs().size();
    for (int sensor = 0; sensor < sensorCount; sensor++) {
      int address = model.sensor_adr().get(sensor);
      for (int i = 0; i < model.sensor_dim().get(sensor); i++) {
        map.add(Source.SENSORS, address + i);
      }
      boolean touch = model.sensor_type().get(sensor) == Mujoco.mjSENS_TOUCH;
      map.end(
          names.of(Mujoco.mjOBJ_SENSOR, "sensor", sensor),
          touch ? 0 : -ModelElements.UNLIMITED,
          ModelElements.UNLIMITED,
          SensorUnits.of(model.sensor_type().get(sensor)));
    }
  }

  /** The address in {@code sensordata} of each object's first sensor of a type, or -1. */
  private int[] sensorsOf(int type, int objects) {
    int[] addresses = new int[objects];
    Arrays.fill(addresses, -1);
    for (int sensor = sensorCount - 1; sensor >= 0; sensor--) {
      if (model.sensor_type().get(sensor) == type) {
        addresses[model.sensor_objid().get(sensor)] = model.sensor_adr().get(sensor);
      }
    }
    return addresses;
  }

  private void add(int sensorAddress, Source otherwise, int index) {
    if (sensorAddress >= 0) {
      map.add(Source.SENSORS, sensorAddress);
    } else {
      map.add(otherwise, index);
    }
  }

  private void addVector(int sensorAddress) {
    for (int i = 0; i < 3; i++) {
      map.add(Source.SENSORS, sensorAddress + i);
    }
  }

  private void addComputed(int count) {
    for (int i = 0; i < count; i++) {
      map.add(Source.COMPUTED, computed++);
    }
  }
}
