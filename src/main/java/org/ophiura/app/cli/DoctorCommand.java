package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.MujocoPlant;
import org.ophiura.sim.mujoco.PhysicsOverrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ophiura doctor}: whether this machine has what Ophiura needs. */
@Command(
    name = "doctor",
    description = "Checks that this machine has what Ophiura needs, and says what is missing.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  ophiura doctor"})
final class DoctorCommand implements Callable<Integer> {
  private static final String FALLING_BALL =
      "<mujoco><worldbody><body><freejoint/><geom size='0.1'/></body></worldbody></mujoco>";

  @Spec private CommandSpec spec = CommandSpec.create();
  private boolean well = true;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (Map.Entry<String, String> version : Versions.all().entrySet()) {
      row(out, true, version.getKey(), version.getValue());
    }
    row(out, true, "cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    physics(out);
    Path here = Path.of("").toAbsolutePath();
    boolean writable = Files.isWritable(here);
    row(
        out,
        writable,
        "results",
        writable
            ? "this folder is writable"
            : "this folder is not writable: work in another, or use --out");
    out.println(well ? "All is well." : "Something is missing: see the lines marked with '!'.");
    out.flush();
    return well ? ExitCode.OK : ExitCode.SET_UP;
  }

  private void physics(PrintWriter out) {
    try (MujocoModel model = MujocoModel.parse("ball", FALLING_BALL, PhysicsOverrides.NONE);
        MujocoPlant plant = new MujocoPlant(model, 1)) {
      CycleStatus status = plant.step(new JointCommand(plant.layout()));
      row(
          out,
          status == CycleStatus.OK,
          "physics",
          "MuJoCo " + MujocoModel.libraryVersion() + " loads and steps: " + status);
    } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
      row(
          out,
          false,
          "physics",
          "MuJoCo's library does not load ("
              + e.getMessage()
              + "); on Debian and Ubuntu: apt install libstdc++6, glibc 2.27 or later");
    }
  }

  private void row(PrintWriter out, boolean fine, String what, String found) {
    well &= fine;
    out.printf("  %s %-10s %s%n", fine ? " " : "!", what, found);
  }
}
