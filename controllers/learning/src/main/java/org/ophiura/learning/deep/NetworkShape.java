package org.ophiura.learning.deep;

import java.util.List;
import java.util.Locale;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.network.Activation;
import org.ophiura.learning.network.Mlp;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.plugin.SettingException;

/** Makes the networks that settings ask for. */
final class NetworkShape {
  private NetworkShape() {}

  /**
   * Makes a network for the observations of an environment.
   *
   * @throws SettingException if the encoding makes no sense of them
   */
  static Mlp mlp(
      MethodContext context,
      StateEncoding encoding,
      List<Integer> hidden,
      int outputs,
      Activation activation,
      double learningRate) {
    Space space = context.spaces().observation();
    if (!encoding.fits(space)) {
      throw new SettingException(
          "encoding",
          "must be number for the observations of this environment, got "
              + encoding.name().toLowerCase(Locale.ROOT).replace('_', '-')
              + ": one-hot needs numbered states, grid the fields of a square");
    }
    int[] sizes = new int[hidden.size() + 2];
    sizes[0] = encoding.size(space);
    for (int i = 0; i < hidden.size(); i++) {
      sizes[i + 1] = hidden.get(i);
    }
    sizes[sizes.length - 1] = outputs;
    return new Mlp(sizes, activation, learningRate, context.random());
  }
}
