package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.ophiura.app.cli.ExperimentFile.ProblemFile;
import org.ophiura.app.film.EnvironmentPictures;
import org.ophiura.app.film.EpisodePictures;
import org.ophiura.app.film.FilmSettings;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Trial;
import org.ophiura.learning.Policy;
import org.ophiura.learning.method.Method;
import org.ophiura.sim.mujoco.draw.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ophiura render}: a picture or a film of an episode. */
@Command(
    name = "render",
    description = {
      "Draws an evaluation episode of a trial, as a picture, a film or both. Needs no display.",
      "",
      "Arm segments are red where they touch something, else green; the yellow arrow points along"
          + " the leading arm; the bright line is the path so far."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ophiura render src/trials/follow-target.yaml --out end.png",
      "  ophiura render src/trials/follow-target.yaml --time 3.2 --camera side_camera,top_camera \\",
      "    --out both.png",
      "  ophiura render src/trials/target-locomotion.yaml \\",
      "    --policy runs/target-locomotion/1/policy.json --video episode.mp4"
    })
final class RenderCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final TrialOptions trialOptions = new TrialOptions();
  @Mixin private final ViewOptions viewOptions = new ViewOptions();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The trained policy, for a trial whose policy learns.")
  private Optional<Path> policyFile = Optional.empty();

  @Option(
      names = "--episode",
      paramLabel = "N",
      description = "Number of the evaluation episode; default: 0, the first.")
  private int episode;

  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      description = "Moment of the picture; default: the end of the episode.")
  private Optional<Double> time = Optional.empty();

  @Option(names = "--out", paramLabel = "FILE", description = "PNG file to write.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--video", paramLabel = "FILE", description = "MP4 file (H.264) to write.")
  private Optional<Path> video = Optional.empty();

  @Option(
      names = "--step",
      paramLabel = "N",
      description =
          "Step of the picture of a problem, 0 for its start; default: the end of the episode.")
  private Optional<Integer> step = Optional.empty();

  @Override
  public Integer call() {
    checkOptions();
    ExperimentFile given = trialOptions.readAny();
    return given.isProblem() ? problem(given.problem()) : trial(given.trial("render"));
  }

  private int problem(ProblemFile file) {
    if (time.isPresent() || viewOptions.namesView()) {
      throw new ParameterException(
          spec.commandLine(),
          "--time, --camera, --size, --no-shadows and --fps are for robots; a problem has --step"
              + " and --speed");
    }
    PrintWriter terminal = spec.commandLine().getOut();
    try (Problem problem = file.open();
        Method method = PolicyOption.method(policyFile, problem)) {
      EnvironmentPictures pictures = new EnvironmentPictures(problem, method, episode);
      out.ifPresent(
          path -> {
            EpisodeResult result =
                pictures.still(
                    step.isPresent() ? OptionalInt.of(step.get()) : OptionalInt.empty(), path);
            terminal.println(
                "Picture of episode " + episode + ", step " + result.steps() + ": " + path);
          });
      video.ifPresent(
          path -> {
            EpisodeResult result = pictures.film(viewOptions.speed(), path);
            terminal.println(
                "Film of episode " + episode + ", " + result.steps() + " steps: " + path);
          });
      terminal.flush();
      return ExitCode.OK;
    }
  }

  private int trial(TrialFile file) {
    if (step.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--step is for problems; the picture of a robot has --time");
    }
    Optional<PolicyFile> read = policyFile.map(PolicyFile::read);
    try (Trial trial = file.open()) {
      String camera = EpisodePictures.defaultCamera(trial);
      View view = viewOptions.view(camera);
      Optional<FilmSettings> film = video.map(path -> viewOptions.film(camera));
      Optional<Policy> policy =
          read.map(policies -> TrainedPolicy.of(trial, policyFile.orElseThrow(), policies));
      if (policy.isEmpty() && file.located(trial::learns)) {
        throw new UserException(
            file.file()
                + ": the policy of this trial learns, so --policy must name a trained one, such as"
                + " runs/"
                + file.settings().name()
                + "/"
                + file.settings().seed()
                + "/"
                + PolicyFile.NAME
                + "; 'ophiura run "
                + file.file()
                + "' makes it");
      }
      EpisodePictures pictures = new EpisodePictures(trial, episode, policy);
      PrintWriter terminal = spec.commandLine().getOut();
      out.ifPresent(
          path -> {
            EpisodeResult result = pictures.still(view, seconds(), path);
            terminal.println(
                "Picture of episode "
                    + episode
                    + String.format(Locale.ROOT, " at %.2f s: ", seconds().orElse(result.seconds()))
                    + path);
          });
      video.ifPresent(
          path -> {
            EpisodeResult result = pictures.film(film.orElseThrow(), path);
            terminal.println(
                "Film of episode "
                    + episode
                    + String.format(Locale.ROOT, ", %.2f s: ", result.seconds())
                    + path);
          });
      terminal.flush();
      return ExitCode.OK;
    }
  }

  private OptionalDouble seconds() {
    return time.isPresent() ? OptionalDouble.of(time.get()) : OptionalDouble.empty();
  }

  private void checkOptions() {
    if (out.isEmpty() && video.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--out or --video must name a file to write");
    }
    if (time.isPresent() && out.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--time is of a picture: it needs --out; a film shows all of it");
    }
    if (viewOptions.namesFilm() && video.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--fps and --speed are of a film: they need --video");
    }
    if (out.isPresent() && video.isPresent() && same(out.get(), video.get())) {
      throw new UserException(
          "--video must be another file than --out, got " + out.get() + " for both");
    }
    if (step.isPresent() && (step.get() < 0 || out.isEmpty())) {
      throw new UserException("--step must be >= 0 and is of a picture, which --out names");
    }
    if (episode < 0) {
      throw new UserException("--episode must be >= 0, got " + episode);
    }
    time.ifPresent(
        seconds -> {
          if (!(seconds >= 0 && Double.isFinite(seconds))) {
            throw new UserException("--time must be >= 0 s, got " + seconds);
          }
        });
  }

  private static boolean same(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }
}
