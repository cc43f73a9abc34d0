package org.ophiura.learning.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;
import org.ophiura.sim.plugin.SettingException;

/**
 * PyTorch in this process. Its native library comes out of a jar; nothing is asked of the network.
 */
final class Torch {
  private Torch() {}

  /**
   * Makes an owner of native memory; loads the library when that was not done yet.
   *
   * @throws SettingException if this machine cannot load it
   */
  static NDManager newManager() {
    // Else the library reports its start to its makers, and may look for other versions of itself.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    try {
      return Engine.getEngine("PyTorch").newBaseManager();
    } catch (EngineException | UnsatisfiedLinkError e) {
      throw new SettingException(
          "type",
          "must be mlp on this machine, got convolutional: PyTorch does not load, "
              + e.getMessage()
              + "; it is there for Linux on x86-64");
    }
  }

  /** Lets this thread compute with so many processor threads. */
  static void useThreads(int threads) {
    if (JniUtils.getNumThreads() != threads) {
      JniUtils.setNumThreads(threads);
    }
  }

  /** Computes something whose gradient is wanted; outside of this nothing is remembered for one. */
  static <T> T remembering(Supplier<T> computation) {
    JniUtils.setGradMode(true);
    try {
      return computation.get();
    } finally {
      JniUtils.setGradMode(false);
    }
  }
}
