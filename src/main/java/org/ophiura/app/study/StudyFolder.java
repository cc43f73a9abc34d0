package org.ophiura.app.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.Experiments;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.run.RunFolders;
import org.ophiura.app.run.RunLock;
import org.ophiura.app.trial.Experiment;

/**
 * The folder of a study: {@code plan.json} and {@code trials/} say what is to be run, {@code
 * runs/LABEL/SEED} are the runs. It is made before the first of them and can be gone on with at any
 * time; a folder that holds another plan is never touched. One process at a time owns it.
 */
public final class StudyFolder implements AutoCloseable {
  /** What is to be run. */
  public static final String PLAN_FILE = "plan.json";

  private static final String TRIALS = "trials";
  private static final String RUNS = "runs";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 1;

  /** What a process that was killed before it wrote the plan may leave. */
  private static final Set<String> BEFORE_PLAN = Set.of(TRIALS, RunLock.FILE);

  private final Path folder;
  private final StudyPlan plan;
  private final RunLock lock;

  private StudyFolder(Path folder, StudyPlan plan, RunLock lock) {
    this.folder = folder;
    this.plan = plan;
    this.lock = lock;
  }

  /**
   * Opens the folder that the user named: a new one, or one of the same plan.
   *
   * @throws UserException if it holds anything else or cannot be written
   */
  public static StudyFolder named(Path folder, StudyPlan plan) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (!isNew(absolute) && !holds(absolute, plan)) {
      throw new UserException(
          folder
              + (Files.exists(absolute.resolve(PLAN_FILE))
                  ? " holds another study, which was not touched; go on with that by --resume "
                      + folder
                      + ", or name another folder with --out"
                  : " must be a new or empty folder; nothing in it was touched. Name another with"
                      + " --out"));
    }
    return open(absolute, plan);
  }

  /**
   * Opens the first folder of {@code FOLDER}, {@code FOLDER.1}, {@code FOLDER.2}, … that is new or
   * of the same plan.
   *
   * @throws UserException if it cannot be written
   */
  public static StudyFolder numbered(Path folder, StudyPlan plan) {
    Path absolute = folder.toAbsolutePath().normalize();
    Path free = absolute;
    for (int number = 1; !isNew(free) && !holds(free, plan); number++) {
      free = absolute.resolveSibling(absolute.getFileName() + "." + number);
    }
    return open(free, plan);
  }

  /**
   * Opens the folder of a study to go on with it.
   *
   * @param kind what it must be
   * @param versions of the parts that the results depend on, now
   * @throws UserException if it is not one, or was begun by other versions
   */
  public static StudyFolder resume(Path folder, StudyKind kind, Map<String, String> versions) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (!Files.isRegularFile(absolute.resolve(PLAN_FILE))) {
      throw new UserException(
          folder
              + " must be the folder of a "
              + kind.noun()
              + ", with a "
              + PLAN_FILE
              + " in it"
              + (Files.exists(absolute) ? "" : "; it does not exist"));
    }
    StudyPlan plan = read(absolute, folder);
    if (plan.kind() != kind) {
      throw new UserException(
          folder
              + " holds a "
              + plan.kind().noun()
              + "; go on with it by 'ophiura "
              + plan.kind().command()
              + " --resume "
              + folder
              + "'");
    }
    for (String part : StudyPlan.MATTERING) {
      String then = String.valueOf(plan.versions().get(part));
      String now = String.valueOf(versions.get(part));
      if (!then.equals(now)) {
        throw new UserException(
            folder
                + " was begun with "
                + part
                + " "
                + then
                + ", this is "
                + part
                + " "
                + now
                + ": the results would be a mixture. Go on with the former, or begin again in"
                + " another folder");
      }
    }
    return open(absolute, plan);
  }

  private static StudyFolder open(Path folder, StudyPlan plan) {
    try {
      Files.createDirectories(folder);
      RunLock lock =
          RunLock.take(folder)
              .orElseThrow(
                  () ->
                      new UserException(
                          RunFolders.shown(folder)
                              + " is being worked on: wait for its end, or stop it first"));
      StudyFolder opened = new StudyFolder(folder, plan, lock);
      try {
        RunFolder.removeTemporary(folder);
        if (Files.isDirectory(folder.resolve(TRIALS))) {
          RunFolder.removeTemporary(folder.resolve(TRIALS));
        }
        if (!Files.exists(folder.resolve(PLAN_FILE))) {
          opened.write();
        }
      } catch (IOException | RuntimeException e) {
        opened.close();
        throw e;
      }
      return opened;
    } catch (IOException e) {
      throw new UserException(
          RunFolders.shown(folder)
              + " cannot be written ("
              + e
              + "); make it writable or name another folder with --out");
    }
  }

  private static boolean isNew(Path folder) {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .allMatch(StudyFolder::isEarly);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isEarly(String name) {
    return BEFORE_PLAN.contains(name)
        || (name.startsWith("." + PLAN_FILE) && name.endsWith(RunFolder.TEMPORARY));
  }

  private static boolean holds(Path folder, StudyPlan plan) {
    try {
      if (!Files.readString(folder.resolve(PLAN_FILE)).equals(text(plan))) {
        return false;
      }
      for (StudyTrial trial : plan.trials()) {
        if (!Files.readString(trialFile(folder, trial.label())).equals(yaml(plan, trial))) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void write() throws IOException {
    Files.createDirectories(folder.resolve(TRIALS));
    for (StudyTrial trial : plan.trials()) {
      AtomicFiles.write(trialFile(folder, trial.label()), out -> out.write(yaml(plan, trial)));
    }
    AtomicFiles.write(folder.resolve(PLAN_FILE), out -> out.write(text(plan)));
  }

  private static Path trialFile(Path folder, String label) {
    return folder.resolve(TRIALS).resolve(label + ".yaml");
  }

  /** All settings of a trial, with the first seed. */
  private static String yaml(StudyPlan plan, StudyTrial trial) {
    return Resolved.toYaml(trial.settings().withSeed(plan.firstSeed()).settings());
  }

  private static String text(StudyPlan plan) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("study", plan.kind().command());
    root.put("first_seed", plan.firstSeed());
    root.put("seeds", plan.seedCount());
    root.set("keys", JSON.valueToTree(plan.keys()));
    for (StudyTrial trial : plan.trials()) {
      ObjectNode node = root.withArray("/trials").addObject();
      node.put("trial", trial.label());
      node.set("values", JSON.valueToTree(trial.values()));
    }
    root.set("versions", JSON.valueToTree(plan.versions()));
    return root.toPrettyString() + "\n";
  }

  private static StudyPlan read(Path folder, Path named) {
    try {
      JsonNode root = JSON.readTree(folder.resolve(PLAN_FILE).toFile());
      List<StudyTrial> trials = new ArrayList<>();
      for (JsonNode node : root.required("trials")) {
        String label = node.required("trial").asText();
        Experiment settings = Experiments.read(trialFile(folder, label));
        trials.add(new StudyTrial(label, texts(node.required("values")), settings));
      }
      Map<String, String> versions = new LinkedHashMap<>();
      root.required("versions")
          .properties()
          .forEach(entry -> versions.put(entry.getKey(), entry.getValue().asText()));
      return new StudyPlan(
          StudyKind.valueOf(root.required("study").asText().toUpperCase(Locale.ROOT)),
          texts(root.required("keys")),
          trials,
          root.required("first_seed").asLong(),
          root.required("seeds").asInt(),
          versions);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException(
          named
              + " cannot be gone on with: its "
              + PLAN_FILE
              + " is not what Ophiura writes ("
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + "); begin again in another folder");
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /** What is to be run. */
  public StudyPlan plan() {
    return plan;
  }

  /** Where it is, as short as the current folder allows. */
  public Path shown() {
    return RunFolders.shown(folder);
  }

  /** Where to write a file of the study. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** The folder of a run. */
  public Path run(StudyPlan.Job job) {
    return folder.resolve(RUNS).resolve(job.trial().label()).resolve(Long.toString(job.seed()));
  }

  /** Whether a run is finished. */
  public boolean isFinished(StudyPlan.Job job) {
    return RunFolders.finished(run(job)).isPresent();
  }

  /** Gives the folder up. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder.resolve(RunLock.FILE));
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
