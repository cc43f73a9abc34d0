package org.ophiura.learning.djl;

import org.ophiura.learning.network.Network;
import org.ophiura.learning.network.NetworkPlugin;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.plugin.SettingException;

/** The network {@code convolutional}. */
public final class ConvolutionalPlugin implements NetworkPlugin<ConvolutionalSettings> {
  @Override
  public String id() {
    return "convolutional";
  }

  @Override
  public String summary() {
    return "Convolutions and fully connected layers for pictures, on PyTorch, trained by Adam.";
  }

  @Override
  public Class<ConvolutionalSettings> settings() {
    return ConvolutionalSettings.class;
  }

  @Override
  public Network create(ConvolutionalSettings settings, Task task) {
    if (!(task.observation() instanceof Space.Image image)) {
      throw new SettingException(
          "type",
          "must be mlp where observations are no pictures but "
              + task.observation().dimension()
              + " numbers, got convolutional");
    }
    return TorchNetwork.convolutional(image, settings, task.outputs(), task.random());
  }
}
