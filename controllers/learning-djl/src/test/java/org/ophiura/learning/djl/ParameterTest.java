package org.ophiura.learning.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class ParameterTest {
  private static final int STEPS = 4000;

  /** Learns from one gradient of 1, then from gradients of 0. */
  private static Parameter thatLearnedOnce(NDManager manager) {
    Parameter parameter = new Parameter(manager, new Shape(1));
    for (int step = 0; step < STEPS; step++) {
      float factor = step == 0 ? 1 : 0;
      NDArray product = Torch.remembering(() -> parameter.tensor().mul(factor));
      JniUtils.backward((PtNDArray) product, (PtNDArray) manager.ones(new Shape(1)), false, false);
      parameter.improve(0.001, 1e-8);
    }
    return parameter;
  }

  /** 0.9 to the power of 1,000 is below the least normal number. */
  @Test
  void momentsOfWhatNoLongerLearnsDoNotBecomeSubnormal() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (NDManager manager = Torch.newManager()) {
      thatLearnedOnce(manager).save(new DataOutputStream(bytes));
    }
    ByteBuffer saved = ByteBuffer.wrap(bytes.toByteArray());
    int moments = saved.limit() - 2 * Float.BYTES;
    assertEquals(STEPS, saved.getLong(moments - Long.BYTES));
    float mean = Math.abs(saved.getFloat(moments));
    assertTrue(mean < 1e-30f && (mean == 0 || mean >= Float.MIN_NORMAL), "mean " + mean);
    float square = saved.getFloat(moments + Float.BYTES);
    // Half of a percent: the roundings of four thousand floats.
    assertEquals(0.001 * Math.pow(0.999, STEPS - 1), square, 5e-3 * square);
  }
}
