package org.ophiura.motion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.ejml.data.DMatrixRMaj;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.motion.cpg.Oscillator;
import org.ophiura.motion.cpg.Plane;

/** Reads the golden files. */
public final class Golden {
  private Golden() {}

  public static JsonNode read(String file) {
    try (InputStream stream = Golden.class.getResourceAsStream("/golden/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("no golden file " + file);
      }
      return new ObjectMapper().readTree(new GZIPInputStream(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static double[] vector(JsonNode node) {
    double[] values = new double[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = node.get(i).doubleValue();
    }
    return values;
  }

  /** The ten oscillators with the file's own weights. */
  public static CpgNetwork network(JsonNode file) {
    List<Oscillator> oscillators = new ArrayList<>();
    for (int arm = 0; arm < 5; arm++) {
      oscillators.add(Oscillator.ofArm(arm, Plane.IN_PLANE));
      oscillators.add(Oscillator.ofArm(arm, Plane.OUT_OF_PLANE));
    }
    return new CpgNetwork(oscillators, matrix(file.get("weights")));
  }

  public static void modulate(JsonNode modulation, CpgParameters out) {
    for (int i = 0; i < out.size(); i++) {
      out.setTarget(
          i, modulation.get("R").get(i).doubleValue(), modulation.get("X").get(i).doubleValue());
      out.angularFrequencies().set(i, 0, modulation.get("omega").get(i).doubleValue());
    }
    out.phaseBiases().setTo(matrix(modulation.get("rho")));
  }

  private static DMatrixRMaj matrix(JsonNode node) {
    DMatrixRMaj matrix = new DMatrixRMaj(node.size(), node.get(0).size());
    for (int i = 0; i < matrix.numRows; i++) {
      for (int j = 0; j < matrix.numCols; j++) {
        matrix.set(i, j, node.get(i).get(j).doubleValue());
      }
    }
    return matrix;
  }
}
