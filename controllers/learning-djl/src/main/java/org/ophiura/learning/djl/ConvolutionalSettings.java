package org.ophiura.learning.djl;

import java.util.List;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/** Settings of the network named convolutional. */
public record ConvolutionalSettings(
    @Setting(
            value =
                "The layers that see the picture, each as [filters, edge, stride]: how many filters,"
                    + " how many pixels wide and high, how many pixels apart. Source: Mnih et al."
                    + " 2015.",
            defaultValue = "[[32, 8, 4], [64, 4, 2], [64, 3, 1]]",
            min = 1,
            max = 4096)
        List<Convolution> convolutions,
    @Setting(
            value = "Units of each fully connected layer behind them. Source: Mnih et al. 2015.",
            defaultValue = "[512]",
            min = 1,
            max = 65_536)
        List<Integer> dense,
    @Setting(
            value =
                "Brightness of what is empty, from 0 to 255, which the network sees as 0: the grey of"
                    + " a playing field would add up over all pixels, and drown what moves on it.",
            defaultValue = "0",
            min = 0,
            max = 255)
        double background,
    @Setting(
            value = "Learning rate of Adam. Source: source notebook 004.",
            defaultValue = "0.0001",
            min = 0,
            exclusiveMin = true,
            max = 1)
        double learningRate,
    @Setting(
            value =
                "What Adam adds to the root of the mean square of a gradient: far smaller gradients"
                    + " than this move a parameter little. Source: Kingma and Ba 2015; Hessel et al."
                    + " 2018 take 1.5e-4 for Atari.",
            defaultValue = "0.00000001",
            min = 0,
            exclusiveMin = true,
            max = 1)
        double adamEpsilon,
    @Setting(
            value =
                "Processor threads for one network. Results are the same bits for the same number"
                    + " only.",
            defaultValue = "1",
            min = 1,
            max = 1024)
        int threads) {
  /** Checks the limits. */
  public ConvolutionalSettings {
    Settings.check(
        ConvolutionalSettings.class,
        convolutions,
        dense,
        background,
        learningRate,
        adamEpsilon,
        threads);
    convolutions = List.copyOf(convolutions);
    dense = List.copyOf(dense);
    for (int i = 0; i < convolutions.size(); i++) {
      Convolution layer = convolutions.get(i);
      if (layer.filters < 1 || layer.edge < 1 || layer.stride < 1) {
        throw new SettingException(
            "convolutions[" + i + "]",
            "must be [filters, edge, stride], each >= 1, got ["
                + layer.filters
                + ", "
                + layer.edge
                + ", "
                + layer.stride
                + "]");
      }
    }
  }

  /**
   * A layer of filters, without a margin around the picture.
   *
   * @param filters how many there are
   * @param edge pixels in width and in height that each sees
   * @param stride pixels from one place to the next
   */
  public record Convolution(int filters, int edge, int stride) {}
}
