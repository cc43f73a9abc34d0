package org.ophiura.app.policy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.UserException;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
import org.ophiura.learning.tabular.GreedyPolicy;
import org.ophiura.learning.tabular.QTable;
import org.ophiura.learning.tabular.Ties;
import org.ophiura.sim.RobotLayout;

/**
 * A trained table with what it was trained for.
 *
 * @param origin trial, seed and episodes that it comes from, for people to read
 * @param robot name of the robot, for people to read
 * @param fingerprint tells the robot from others
 * @param indexer id of the plug-in that numbers the states
 * @param states names of the states, in order
 * @param actions names of the actions, in order
 * @param table the values
 */
public record PolicyFile(
    Origin origin,
    String robot,
    String fingerprint,
    String indexer,
    List<String> states,
    List<String> actions,
    QTable table) {
  /** The name of a policy file in a run's folder. */
  public static final String NAME = "policy.json";

  private static final String FORMAT = "ophiura-q-table-1";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  /**
   * Where a table comes from.
   *
   * @param trial name of the trial
   * @param seed its seed
   * @param trainingEpisodes episodes that it learned from
   * @param config the trial's settings as resolved
   */
  public record Origin(String trial, long seed, int trainingEpisodes, JsonNode config) {}

  /** Describes the table of a controller that has been trained. */
  public static PolicyFile of(
      Origin origin, RobotLayout layout, DecidingController controller, QTable table) {
    return new PolicyFile(
        origin,
        layout.robot(),
        RobotFingerprint.of(layout),
        controller.indexerId(),
        stateNames(controller),
        actionNames(controller),
        table);
  }

  /** Writes the file, whole or not at all. */
  public void write(Path file) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("trial", origin.trial());
    root.put("seed", origin.seed());
    root.put("training-episodes", origin.trainingEpisodes());
    root.putObject("robot").put("name", robot).put("fingerprint", fingerprint);
    root.put("indexer", indexer);
    root.set("actions", JSON.valueToTree(actions));
    Map<String, double[]> rows = new LinkedHashMap<>();
    double[][] values = table.toRows();
    for (int state = 0; state < values.length; state++) {
      rows.put(states.get(state), values[state]);
    }
    root.set("values", JSON.valueToTree(rows));
    root.set("config", origin.config());
    AtomicFiles.write(
        file,
        out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n"));
  }

  /**
   * Reads a policy file.
   *
   * @throws UserException if it is missing, cut short or not a policy file
   */
  public static PolicyFile read(Path file) {
    return new Reading(PolicyJson.read(file)).policy();
  }

  /**
   * Makes the policy that chooses the best action of the table.
   *
   * @param file where the table comes from, for the message
   * @throws UserException naming what differs, if the table was not learned for this controller
   */
  public Policy policyFor(Path file, RobotLayout layout, DecidingController controller) {
    return new GreedyPolicy(tableFor(file, layout, controller), Ties.RANDOM);
  }

  /**
   * The table itself, for a training to start from; see {@link #policyFor}.
   *
   * @throws UserException naming what differs, if the table was not learned for this controller
   */
  QTable tableFor(Path file, RobotLayout layout, DecidingController controller) {
    checkFits(file, layout, controller);
    return table;
  }

  private void checkFits(Path file, RobotLayout layout, DecidingController controller) {
    if (!indexer.equals(controller.indexerId())) {
      throw new UserException(
          file
              + ": the policy reads states of the indexer '"
              + indexer
              + "', the trial's is '"
              + controller.indexerId()
              + "'; train one for it, or take the controller of the trial "
              + origin.trial());
    }
    if (!fingerprint.equals(RobotFingerprint.of(layout))) {
      throw new UserException(
          file
              + ": the policy was learned on another robot ("
              + robot
              + "), the trial's is "
              + layout.robot()
              + "; train one for it, or take the trial "
              + origin.trial());
    }
    if (table.states() != controller.indexer().stateCount()
        || table.actions() != controller.actionCount()) {
      throw new UserException(
          file
              + ": the policy's table has "
              + table.states()
              + " states and "
              + table.actions()
              + " actions, the trial's controller "
              + controller.indexer().stateCount()
              + " and "
              + controller.actionCount()
              + "; train one for it");
    }
    requireSame(file, "states", states, stateNames(controller));
    requireSame(file, "actions", actions, actionNames(controller));
  }

  private static void requireSame(
      Path file, String what, List<String> learned, List<String> asked) {
    if (!learned.equals(asked)) {
      throw new UserException(
          file + ": the policy's " + what + " must be " + asked + " in this order, got " + learned);
    }
  }

  private static List<String> stateNames(DecidingController controller) {
    return IntStream.range(0, controller.indexer().stateCount())
        .mapToObj(controller.indexer()::nameOf)
        .toList();
  }

  private static List<String> actionNames(DecidingController controller) {
    return IntStream.range(0, controller.actionCount()).mapToObj(controller::actionName).toList();
  }

  /** Takes a tree apart and names what is missing. */
  private record Reading(PolicyJson json) {
    PolicyFile policy() {
      String format = json.text(json.root(), "format");
      if (!format.equals(FORMAT)) {
        throw new UserException(
            json.file() + ": format must be '" + FORMAT + "', got '" + format + "'; train again");
      }
      JsonNode robot = json.object(json.root(), "robot");
      List<String> actions = new ArrayList<>();
      json.array(json.root(), "actions").forEach(name -> actions.add(name.asText()));
      List<String> states = new ArrayList<>();
      List<double[]> rows = new ArrayList<>();
      for (Map.Entry<String, JsonNode> row : json.object(json.root(), "values").properties()) {
        states.add(row.getKey());
        rows.add(numbers(row.getKey(), row.getValue(), actions.size()));
      }
      if (rows.isEmpty() || actions.isEmpty()) {
        throw new UserException(
            json.file() + ": values must have a row per state, got none; train again");
      }
      Origin origin =
          new Origin(
              json.text(json.root(), "trial"),
              json.root().path("seed").asLong(),
              json.root().path("training-episodes").asInt(),
              json.object(json.root(), "config"));
      return new PolicyFile(
          origin,
          json.text(robot, "name"),
          json.text(robot, "fingerprint"),
          json.text(json.root(), "indexer"),
          List.copyOf(states),
          List.copyOf(actions),
          QTable.fromRows(rows.toArray(double[][]::new)));
    }

    private double[] numbers(String state, JsonNode row, int size) {
      double[] values = new double[row.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.get(i).isNumber() ? row.get(i).doubleValue() : Double.NaN;
        if (!Double.isFinite(values[i])) {
          throw new UserException(
              json.file()
                  + ": values."
                  + state
                  + "["
                  + i
                  + "] must be a finite number, got "
                  + row.get(i));
        }
      }
      if (!row.isArray() || values.length != size) {
        throw new UserException(
            json.file()
                + ": values."
                + state
                + " must have a number for each of the "
                + size
                + " actions, got "
                + row.size());
      }
      return values;
    }
  }
}
