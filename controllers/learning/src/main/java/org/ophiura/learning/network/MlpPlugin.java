package org.ophiura.learning.network;

/** The network {@code mlp}. */
public final class MlpPlugin implements NetworkPlugin<MlpSettings> {
  @Override
  public String id() {
    return "mlp";
  }

  @Override
  public String summary() {
    return "Fully connected layers, trained by Adam: fast for small inputs, and without allocation.";
  }

  @Override
  public Class<MlpSettings> settings() {
    return MlpSettings.class;
  }

  @Override
  public Network create(MlpSettings settings, Task task) {
    int[] sizes = new int[settings.hidden().size() + 2];
    sizes[0] = task.inputs();
    for (int i = 0; i < settings.hidden().size(); i++) {
      sizes[i + 1] = settings.hidden().get(i);
    }
    sizes[sizes.length - 1] = task.outputs();
    return new Mlp(sizes, settings.activation(), settings.learningRate(), task.random());
  }
}
