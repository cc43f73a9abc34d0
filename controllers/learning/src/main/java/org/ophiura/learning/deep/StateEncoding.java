package org.ophiura.learning.deep;

import java.util.Arrays;
import java.util.Locale;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.network.Network;
import org.ophiura.learning.network.NetworkPlugin;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;

/** How an observation becomes the input of a network. */
public enum StateEncoding {
  /** As it is; the number of a state. */
  NUMBER {
    @Override
    int size(Space space) {
      return space.dimension();
    }

    @Override
    void encode(Space space, double[] observation, double[] out) {
      System.arraycopy(observation, 0, out, 0, space.dimension());
    }
  },
  /** Row and column of a state that is a field of a square grid, numbered row by row. */
  GRID {
    @Override
    int size(Space space) {
      return 2;
    }

    @Override
    void encode(Space space, double[] observation, double[] out) {
      int edge = edge(space);
      out[0] = Math.floor(observation[0] / edge);
      out[1] = observation[0] - out[0] * edge;
    }
  },
  /** 1 at the number of the state, 0 elsewhere. */
  ONE_HOT {
    @Override
    int size(Space space) {
      return count(space);
    }

    @Override
    void encode(Space space, double[] observation, double[] out) {
      Arrays.fill(out, 0, count(space), 0);
      out[(int) observation[0]] = 1;
    }
  };

  /** Numbers of the encoded observation. */
  abstract int size(Space space);

  /**
   * Encodes an observation.
   *
   * @param out {@link #size} numbers. Modified.
   */
  abstract void encode(Space space, double[] observation, double[] out);

  private static int count(Space space) {
    return space instanceof Space.Discrete discrete ? discrete.count() : 0;
  }

  private static int edge(Space space) {
    return (int) Math.round(Math.sqrt(count(space)));
  }

  /**
   * Makes the network for the encoded observations of an environment.
   *
   * @throws SettingException if the encoding makes no sense of them
   */
  Network network(Choice<? extends NetworkPlugin<?>> choice, MethodContext context, int outputs) {
    Space space = context.spaces().observation();
    if (!fits(space)) {
      throw new SettingException(
          "encoding",
          "must be number for the observations of this environment, got "
              + name().toLowerCase(Locale.ROOT).replace('_', '-')
              + ": one-hot needs numbered states, grid the fields of a square");
    }
    return SettingException.under(
        "network",
        () ->
            NetworkPlugin.create(
                choice, new NetworkPlugin.Task(space, size(space), outputs, context.random())));
  }

  /** Whether it makes sense of a space. */
  private boolean fits(Space space) {
    return switch (this) {
      case NUMBER -> true;
      case ONE_HOT -> space instanceof Space.Discrete;
      case GRID -> space instanceof Space.Discrete && edge(space) * edge(space) == count(space);
    };
  }
}
