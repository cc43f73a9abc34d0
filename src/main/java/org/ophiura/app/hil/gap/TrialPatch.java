package org.ophiura.app.hil.gap;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The settings of a trial file that a fit changes: as YAML to put into the file, and as options for
 * those who would rather try them first. Numbers have four digits, which is more than is known.
 */
public final class TrialPatch {
  private static final MathContext DIGITS = new MathContext(4);

  private final String log;
  private final String block;
  private final FittedModel fit;

  /**
   * Makes a patch.
   *
   * @param log what the fit was made of
   * @param block where the settings of the simulation stand in the trial file
   */
  public TrialPatch(String log, String block, FittedModel fit) {
    this.log = log;
    this.block = block;
    this.fit = fit;
  }

  /** Options for any command that takes a trial file. */
  public List<String> options() {
    List<String> options = new ArrayList<>();
    for (int i = 0; i < JointModel.SETTINGS.size(); i++) {
      options.add("--set " + block + "." + JointModel.SETTINGS.get(i) + "=" + after(i));
    }
    return options;
  }

  /** The settings with their values, units and errors, a line each. */
  public List<String> values() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < JointModel.SETTINGS.size(); i++) {
      lines.add(entry(JointModel.SETTINGS.get(i), i));
    }
    return lines;
  }

  /** The patch as a part of a trial file. */
  public String toYaml() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "# 'ophiura hil gap' found in " + log + ": with these settings the simulation of the");
    line(
        text,
        "# trial is closest to the robot. Simulated against measured angles, root mean square:");
    line(text, "#   " + sentence("ticks that were fitted", fit.fitted()));
    line(text, "#   " + sentence("ticks that the fit did not see", fit.judged()));
    line(text, "# Put them into the trial file, or try them with");
    line(text, "#   " + options().stream().collect(Collectors.joining(" \\\n#   ")));
    String indent = "";
    for (String name : block.split("\\.", -1)) {
      line(text, indent + name + ":");
      indent += "  ";
    }
    line(text, indent + entry("command-delay", JointModel.SETTINGS.indexOf("command-delay")));
    line(text, indent + "model:");
    for (int i = 0; i < JointModel.SETTINGS.size(); i++) {
      String name = JointModel.SETTINGS.get(i);
      if (name.startsWith("model.")) {
        line(text, indent + "  " + entry(name.substring("model.".length()), i));
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static String sentence(String which, Agreement agreement) {
    return String.format(
        Locale.ROOT,
        "%.5f rad before, %.5f rad after, on %d %s",
        agreement.rmsBefore(),
        agreement.rmsAfter(),
        agreement.ticks(),
        which);
  }

  private String entry(String name, int index) {
    double error = fit.standardErrors().get(index);
    return name
        + ": "
        + after(index)
        + "   # "
        + JointModel.UNITS.get(index)
        + (Double.isFinite(error) ? ", standard error " + rounded(error) : "")
        + "; was "
        + rounded(fit.before().values().get(index));
  }

  private String after(int index) {
    return rounded(fit.after().values().get(index));
  }

  static String rounded(double value) {
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
