package org.ophiura.app.problem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.ophiura.app.trial.RandomStreams;
import org.ophiura.app.trial.RandomStreams.Purpose;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodPlugin;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.plugin.EnvironmentPlugin;
import org.ophiura.sim.plugin.SettingException;

/** A problem with its environment at work. Belongs to one thread. */
public final class Problem implements AutoCloseable {
  private final ProblemSettings settings;
  private final RandomStreams streams;
  private final Environment environment;

  private Problem(ProblemSettings settings, RandomStreams streams, Environment environment) {
    this.settings = settings;
    this.streams = streams;
    this.environment = environment;
  }

  /**
   * Makes the environment, and makes sure that the method can learn in it.
   *
   * @throws SettingException naming the setting that does not fit
   */
  public static Problem open(ProblemSettings settings) {
    RandomStreams streams = new RandomStreams(settings.seed());
    Environment environment =
        SettingException.under(
            "environment",
            () ->
                EnvironmentPlugin.create(
                    settings.environment(), streams.stream(Purpose.ENVIRONMENT, 0)));
    Problem problem = new Problem(settings, streams, environment);
    try {
      problem.newMethod().close();
      return problem;
    } catch (RuntimeException e) {
      problem.close();
      throw e;
    }
  }

  /** The settings that it was opened with. */
  public ProblemSettings settings() {
    return settings;
  }

  /** Its random streams. */
  public RandomStreams streams() {
    return streams;
  }

  /** Its environment. */
  public Environment environment() {
    return environment;
  }

  /** A method that knows nothing yet; always the same. */
  public Method newMethod() {
    return SettingException.under(
        "method",
        () ->
            MethodPlugin.create(
                settings.method(),
                new MethodContext(
                    environment.spaces(), streams.stream(Purpose.INITIAL_VALUES, 0))));
  }

  /** What the greedy policy of a method needs. */
  static byte[] policyOf(Method method) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      method.savePolicy(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * A method that acts as the one whose policy was kept.
   *
   * @param policy Not modified.
   * @throws IOException if it is not a policy of this method in this environment
   */
  public Method withPolicy(byte[] policy) throws IOException {
    Method method = newMethod();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(policy))) {
      method.loadPolicy(in);
      if (in.read() >= 0) {
        throw new IOException("there is more in it than this method reads");
      }
    }
    return method;
  }

  @Override
  public void close() {
    environment.close();
  }
}
