package org.ophiura.sim.mujoco;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjData;
import org.ophiura.mujoco.mjModel;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;

/**
 * A compiled model: the constant part of a simulation, which any number of plants share.
 *
 * <p>Immutable and thread-safe: nothing is written into the model once it is compiled. Owns native
 * memory, which is freed when the model and all plants made of it are closed.
 */
public final class MujocoModel implements AutoCloseable {
  private static final Pattern LINE = Pattern.compile("[Ll]ine(?: number)?[ =](\\d+)");

  private final String name;
  private final mjModel model;
  private final ModelElements elements;
  private final RobotLayout layout;
  private final ObservationMap observations;
  private final int firstSensorObservation;
  private final double timestepSeconds;
  private final double commandDelaySeconds;
  private final int[] jointPositionAddresses;
  private final int[] jointVelocityAddresses;
  private final OptionalInt freeJointAddress;
  private final OptionalInt freeBody;
  private final OptionalInt targetBody;
  private final OptionalInt targetMocap;
  private final OptionalInt diskPositionSensor;
  private final OptionalInt diskQuaternionSensor;
  private final int[] binaryContacts;
  private final TendonMomentArms momentArms;

  /** The model itself while it is open, and every plant. */
  private int users = 1;

  private boolean closed;

  private MujocoModel(
      String name,
      mjModel model,
      double commandDelaySeconds,
      ContactObservation contacts,
      UnaryOperator<RobotLayout> description) {
    this.commandDelaySeconds = commandDelaySeconds;
    this.name = name;
    this.model = model;
    ModelNames names = new ModelNames(model, name);
    elements = new ModelElements(model, names);
    ObservationReader reader = new ObservationReader(model, names, elements, contacts);
    observations = reader.observations();
    firstSensorObservation = reader.firstSensorObservation();
    layout =
        description.apply(
            new RobotLayout(
                name, elements.jointSpecs(), elements.actuatorSpecs(), observations.specs()));
    timestepSeconds = model.opt().timestep();
    jointPositionAddresses = elements.jointPositionAddresses();
    jointVelocityAddresses = elements.jointVelocityAddresses();
    freeJointAddress = elements.freeJointAddress();
    freeBody = elements.freeBody();
    targetBody = elements.targetBody();
    targetMocap = elements.targetMocap();
    diskPositionSensor = reader.diskPositionSensor();
    diskQuaternionSensor = reader.diskQuaternionSensor();
    binaryContacts = reader.binaryContacts();
    momentArms = reader.momentArms();
  }

  /**
   * Compiles an MJCF or URDF file. Files that it includes, meshes and textures are found relative
   * to it.
   *
   * @throws MujocoException with file, line and MuJoCo's message if it cannot be compiled
   */
  public static MujocoModel load(Path file, PhysicsOverrides overrides) {
    if (!Files.exists(file)) {
      throw new MujocoException(file + " does not exist; name an MJCF file");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new MujocoException(file + " cannot be read; name an MJCF file");
    }
    return compile(file.toString(), null, overrides, ContactObservation.FORCE, layout -> layout);
  }

  /**
   * Compiles MJCF text.
   *
   * @param name what the model is called in messages; its folder, if it names one, is where
   *     relative paths in the text start
   * @throws MujocoException with the name, line and MuJoCo's message if it cannot be compiled
   */
  public static MujocoModel parse(String name, String xml, PhysicsOverrides overrides) {
    return compile(name, xml, overrides, ContactObservation.FORCE, layout -> layout);
  }

  /**
   * Like {@link #parse(String, String, PhysicsOverrides)}, of a model whose writer knows more of
   * it.
   *
   * @param contacts how contacts are observed
   * @param description adds to the layout what cannot be read from the model
   */
  public static MujocoModel parse(
      String name,
      String xml,
      PhysicsOverrides overrides,
      ContactObservation contacts,
      UnaryOperator<RobotLayout> description) {
    return compile(name, xml, overrides, contacts, description);
  }

  private static MujocoModel compile(
      String name,
      @Nullable String xml,
      PhysicsOverrides overrides,
      ContactObservation contacts,
      UnaryOperator<RobotLayout> description) {
    loadLibrary();
    mjModel model;
    try (BytePointer path = new BytePointer(name, StandardCharsets.UTF_8);
        BytePointer text = xml == null ? null : new BytePointer(xml, StandardCharsets.UTF_8)) {
      model = Mujoco.guard_load_model(path, text);
    }
    if (model == null) {
      throw new MujocoException(inOneLine(name, lastError()));
    }
    try {
      overrides.applyTo(model.opt());
      return new MujocoModel(name, model, overrides.commandDelaySeconds(), contacts, description);
    } catch (MujocoException e) {
      Mujoco.mj_deleteModel(model);
      throw e;
    } catch (IllegalArgumentException e) {
      Mujoco.mj_deleteModel(model);
      throw new MujocoException(e.getMessage() + "; rename one in the model");
    }
  }

  /** Must come before anything else of the binding: pointers to Java's own text need it too. */
  private static void loadLibrary() {
    try {
      Loader.load(Mujoco.class);
    } catch (LinkageError e) {
      throw new MujocoException(
          "the MuJoCo library cannot be loaded on "
              + Loader.getPlatform()
              + " ("
              + e.getMessage()
              + "); build Ophiura on a machine of this kind");
    }
  }

  private static String inOneLine(String name, String message) {
    Matcher line = LINE.matcher(message);
    String place = line.find() ? name + ", line " + line.group(1) : name;
    return place + ": " + message.strip().replaceAll("\\s*\\n\\s*", "; ");
  }

  /** The text of this thread's last fatal error in MuJoCo. */
  static String lastError() {
    return Mujoco.guard_last_error().getString(StandardCharsets.UTF_8);
  }

  /** The version of the MuJoCo library, such as {@code 4.0.0}. */
  public static String libraryVersion() {
    loadLibrary();
    return Mujoco.mj_versionString().getString(StandardCharsets.UTF_8);
  }

  /** What the model is called in messages: its file, as it was given. */
  public String name() {
    return name;
  }

  /** Joints, actuators and observations of the robot. */
  public RobotLayout layout() {
    return layout;
  }

  /**
   * Those observations of the layout that are the model's own sensors, in model order: together
   * they are all of MuJoCo's {@code sensordata}.
   */
  public List<ObservationSpec> sensors() {
    return layout.observations().subList(firstSensorObservation, layout.observations().size());
  }

  /** Duration of one physics step. */
  public double timestepSeconds() {
    return timestepSeconds;
  }

  /** How late commands take effect. */
  public double commandDelaySeconds() {
    return commandDelaySeconds;
  }

  /** Whether there is a target that can be moved. */
  public boolean hasMovableTarget() {
    return targetMocap.isPresent();
  }

  /** Whether there is something that can be pushed: a body that is free to move. */
  public boolean canBePushed() {
    return elements.pushedBody().isPresent();
  }

  /**
   * Frees the memory as soon as no plant uses it; no further plant can be made. Closing again does
   * nothing.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    release();
  }

  // ---- for plants ----

  /**
   * Allocates the changing part of a simulation, and keeps the model until {@link #release}; for
   * the packages of this module.
   *
   * @throws IllegalStateException if the model is closed or memory is short
   */
  public synchronized mjData newData() {
    if (closed) {
      throw new IllegalStateException("the model " + name + " is closed");
    }
    mjData data = Mujoco.guard_make_data(model);
    if (data == null) {
      throw new IllegalStateException(name + ": " + lastError());
    }
    users++;
    return data;
  }

  /** Ends what {@link #newData} began; for the packages of this module. */
  public synchronized void release() {
    users--;
    if (users == 0) {
      Mujoco.mj_deleteModel(model);
    }
  }

  /**
   * MuJoCo's own structure, for the packages of this module; only read it, and only while a plant
   * or the model is open.
   */
  public mjModel struct() {
    return model;
  }

  /** Of the compiled model; for construction time, and only while a plant or the model is open. */
  ModelElements elements() {
    return elements;
  }

  ObservationMap observations() {
    return observations;
  }

  int[] jointPositionAddresses() {
    return jointPositionAddresses;
  }

  int[] jointVelocityAddresses() {
    return jointVelocityAddresses;
  }

  OptionalInt freeJointAddress() {
    return freeJointAddress;
  }

  OptionalInt freeBody() {
    return freeBody;
  }

  OptionalInt targetBody() {
    return targetBody;
  }

  OptionalInt targetMocap() {
    return targetMocap;
  }

  OptionalInt diskPositionSensor() {
    return diskPositionSensor;
  }

  OptionalInt diskQuaternionSensor() {
    return diskQuaternionSensor;
  }

  int[] binaryContacts() {
    return binaryContacts;
  }

  TendonMomentArms momentArms() {
    return momentArms;
  }
}
