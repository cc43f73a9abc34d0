package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.UntrainedPolicy;
import org.ophiura.app.view.LiveServer;
import org.ophiura.app.view.LiveView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ophiura view}: the robot on a page of its own. */
@Command(
    name = "view",
    description = {
      "Shows the robot of a trial live on a web page: watch, push, lead, change the gait.",
      "",
      "The page is served to this machine alone. Ctrl-C ends it."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ophiura view src/trials/follow-target.yaml",
      "  ophiura view src/trials/target-locomotion.yaml --policy runs/target-locomotion/1/policy.json"
    })
final class ViewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final TrialOptions trialOptions = new TrialOptions();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "A trained policy, such as runs/target-locomotion/1/policy.json.")
  private Optional<Path> policy = Optional.empty();

  @Mixin private final PortOption port = new PortOption();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "Address to listen at; default: 127.0.0.1, which other machines cannot reach. Whoever"
              + " reaches another one can drive the robot.")
  private String host = LiveServer.LOOPBACK;

  @Override
  public Integer call() throws InterruptedException {
    port.check();
    List<String> changes = new ArrayList<>();
    policy.ifPresent(
        file -> {
          PolicyFile.read(file);
          changes.add("controller.policy.type=q-table");
          changes.add("controller.policy.file=" + file.toAbsolutePath());
        });
    TrialFile file = trialOptions.read(changes);
    Trial trial = file.open();
    requirePolicy(trial);
    try (LiveView view =
            file.located(
                () ->
                    LiveView.open(
                        file.file(),
                        trialOptions.changes(changes),
                        policy.map(given -> "q-table"),
                        trial,
                        host,
                        port.number()));
        SignalStop stop = new SignalStop()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("Open http://" + host + ":" + view.port() + "/ in a browser; Ctrl-C ends.");
      if (!host.equals(LiveServer.LOOPBACK)) {
        out.println("Warning: everybody who reaches " + host + " can drive the robot.");
      }
      out.flush();
      stop.await();
      return ExitCode.OK;
    }
  }

  private static void requirePolicy(Trial trial) {
    try (Rig rig = trial.newRig()) {
      if (rig.decider()
          .filter(decider -> decider.policy() instanceof UntrainedPolicy)
          .isPresent()) {
        throw new UserException(
            "the policy of this trial is learned: name a trained one with --policy, such as"
                + " runs/"
                + trial.settings().name()
                + "/"
                + trial.settings().seed()
                + "/policy.json after 'ophiura run', or choose another with --set"
                + " controller.policy.type=follow-target");
      }
    }
  }
}
