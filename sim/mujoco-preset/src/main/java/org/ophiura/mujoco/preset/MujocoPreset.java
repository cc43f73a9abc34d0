package org.ophiura.mujoco.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.LoadEnabled;
import org.bytedeco.javacpp.annotation.Platform;
import org.bytedeco.javacpp.tools.Info;
import org.bytedeco.javacpp.tools.InfoMap;
import org.bytedeco.javacpp.tools.InfoMapper;

/**
 * Tells JavaCPP how to read MuJoCo's C headers, and the loader which libraries to load; one class
 * for MuJoCo 3.3.2 and 4.0.0.
 *
 * <p>The generated class {@code org.ophiura.mujoco.Mujoco} holds the functions and constants, its
 * neighbours the structs. Call the functions named {@code guard_*} wherever there is one: there a
 * fatal error of MuJoCo becomes a status with a text. Any other function turns a fatal error into a
 * {@link RuntimeException}.
 *
 * <p>The functions named {@code offscreen_*} make an OpenGL context without a window, which
 * MuJoCo's renderer draws in. They open libEGL when they are called; nothing is linked to it.
 *
 * <p>JavaCPP makes instances by reflection; nobody else has reason to.
 */
@org.bytedeco.javacpp.annotation.Properties(
    value =
        @Platform(
            value = {"linux-x86_64", "linux-arm64", "macosx-arm64", "macosx-x86_64"},
            compiler = "cpp17"),
    target = "org.ophiura.mujoco",
    global = "org.ophiura.mujoco.Mujoco")
public class MujocoPreset implements InfoMapper, LoadEnabled {
  /**
   * Written by the build beside this class: which MuJoCo the binding belongs to, and the JNI
   * library's name.
   */
  private static final String BINDING = "binding.properties";

  /**
   * In 3.3.2 these are declared apart from their typedef, which would make each of them a pair of
   * Java classes.
   */
  private static final List<String> SEPARATE_TYPEDEFS =
      List.of(
          "mjContact",
          "mjData",
          "mjLROpt",
          "mjModel",
          "mjOption",
          "mjResource",
          "mjSolverStat",
          "mjStatistic",
          "mjTask",
          "mjThreadPool",
          "mjTimerStat",
          "mjUI",
          "mjVFS",
          "mjVisual",
          "mjWarningStat",
          "mjpPlugin",
          "mjrContext",
          "mjrRect",
          "mjuiDef",
          "mjuiItem",
          "mjuiSection",
          "mjuiState",
          "mjuiThemeColor",
          "mjuiThemeSpacing",
          "mjvCamera",
          "mjvFigure",
          "mjvGLCamera",
          "mjvGeom",
          "mjvLight",
          "mjvOption",
          "mjvPerturb",
          "mjvScene",
          "mjvSceneState");

  /** Macros that stand for functions of the C library: {@code mju_sqrt} is {@code sqrt}. */
  private static final List<String> CALLED_BY_ANOTHER_NAME =
      List.of(
          "sqrt", "exp", "sin", "cos", "tan", "asin", "acos", "atan2", "tanh", "pow", "abs", "log",
          "log10", "floor", "ceil");

  /** The version of MuJoCo that this binding was made for, such as {@code 4.0.0}. */
  public static String mujocoVersion() {
    return binding().getProperty("mujoco.version");
  }

  @Override
  public void init(ClassProperties properties) {
    Properties binding = binding();
    String version = binding.getProperty("mujoco.version");
    boolean three = version.startsWith("3.");
    properties.addAll(
        "platform.include",
        three ? List.of("mujoco/mjtnum.h", "mujoco/mjthread.h") : List.of("mujoco/mjtype.h"));
    properties.addAll(
        "platform.include",
        "mujoco/mjmodel.h",
        "mujoco/mjdata.h",
        "mujoco/mjspec.h",
        "mujoco/mjvisualize.h",
        "mujoco/mjrender.h",
        "mujoco/mjui.h",
        "mujoco/mjplugin.h",
        "mujoco/mujoco.h",
        "mujoco_guard.h",
        "offscreen_gl.h");
    properties.addAll("platform.link", "mujoco@." + version);
    // One name per build: libraries of two versions, or of two builds, never meet in the loader's
    // cache.
    properties.setProperty("platform.library", binding.getProperty("jni.library"));
    // Otherwise the build directory is written into the library's RUNPATH.
    properties.setProperty("platform.linkpath.prefix2", "-L");
  }

  @Override
  public void map(InfoMap infoMap) {
    infoMap.put(new Info("MJAPI", "MJLOCAL").cppTypes().annotations());
    // With C++ off, mjString and its kin stay opaque: libmujoco brings a C++ library of its own.
    infoMap.put(
        new Info("__cplusplus", "mjUSESINGLE", "mjUSEASAN", "ADDRESS_SANITIZER").define(false));
    infoMap.put(
        new Info("mjtBool").cast().valueTypes("boolean").pointerTypes("BoolPointer", "boolean[]"));
    for (String name : SEPARATE_TYPEDEFS) {
      infoMap.put(new Info(name + "_", name).pointerTypes(name));
    }
    infoMap.put(new Info("mjPRINTFLIKE").cppTypes().annotations());
    for (String name : CALLED_BY_ANOTHER_NAME) {
      infoMap.put(new Info("mju_" + name).skip());
    }
    // An array of function pointers, and macros for authors of plug-ins.
    infoMap.put(new Info("mjCOLLISIONFUNC", "mjPLUGIN_LIB_INIT", "mjDLLMAIN", "mjEXTERNC").skip());
  }

  private static Properties binding() {
    Properties properties = new Properties();
    try (InputStream stream = MujocoPreset.class.getResourceAsStream(BINDING)) {
      if (stream == null) {
        throw new IllegalStateException(
            BINDING + " is missing beside " + MujocoPreset.class.getName());
      }
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
