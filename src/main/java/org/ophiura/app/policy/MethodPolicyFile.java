package org.ophiura.app.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.UserException;
import org.ophiura.learning.method.Method;
import org.ophiura.sim.environment.Space;

/**
 * The policy that a method has learned, with what it was learned for.
 *
 * @param origin where it comes from, for people to read
 * @param environment id of the environment's plug-in
 * @param observation what the environment shows, in words
 * @param actions names of the actions
 * @param method id of the method's plug-in
 * @param parameters what the method wrote, in base 64
 */
public record MethodPolicyFile(
    PolicyFile.Origin origin,
    String environment,
    String observation,
    List<String> actions,
    String method,
    String parameters) {
  private static final String FORMAT = "ophiura-policy-1";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keeps a copy of the list. */
  public MethodPolicyFile {
    actions = List.copyOf(actions);
  }

  /** Describes the policy of a method. */
  public static MethodPolicyFile of(PolicyFile.Origin origin, Problem problem, Method method) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      method.savePolicy(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new MethodPolicyFile(
        origin,
        problem.settings().environment().plugin().id(),
        inWords(problem.environment().spaces().observation()),
        problem.environment().spaces().actions().names(),
        problem.settings().method().plugin().id(),
        Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }

  private static String inWords(Space space) {
    if (space instanceof Space.Discrete discrete) {
      return discrete.count() + " states, " + discrete.names().get(0) + " the first";
    }
    if (space instanceof Space.Image image) {
      return image.height() + " by " + image.width() + " pixels, " + image.channels() + " channels";
    }
    Space.Box box = (Space.Box) space;
    return String.join(", ", box.dimensions().stream().map(Space.Box.Dimension::name).toList());
  }

  private static String sum(String parameters) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(parameters.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Writes the file, whole or not at all. */
  public void write(Path file) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("trial", origin.trial());
    root.put("seed", origin.seed());
    root.put("training-iterations", origin.trainingEpisodes());
    root.put("environment", environment);
    root.put("observation", observation);
    root.set("actions", JSON.valueToTree(actions));
    root.put("method", method);
    root.set("config", origin.config());
    root.put("sha256", sum(parameters));
    root.put("parameters", parameters);
    AtomicFiles.write(
        file,
        out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n"));
  }

  /**
   * Reads a policy file.
   *
   * @throws UserException if it is missing, cut short, changed, or not a policy file of a method
   */
  public static MethodPolicyFile read(Path file) {
    PolicyJson json = PolicyJson.read(file);
    JsonNode root = json.root();
    String format = json.text(root, "format");
    if (!format.equals(FORMAT)) {
      throw new UserException(
          file
              + ": format must be '"
              + FORMAT
              + "', the policy of a method for an environment, got '"
              + format
              + "'; name the "
              + PolicyFile.NAME
              + " of a run of this trial");
    }
    List<String> actions = new ArrayList<>();
    json.array(root, "actions").forEach(name -> actions.add(name.asText()));
    MethodPolicyFile policy =
        new MethodPolicyFile(
            new PolicyFile.Origin(
                json.text(root, "trial"),
                root.path("seed").asLong(),
                root.path("training-iterations").asInt(),
                json.object(root, "config")),
            json.text(root, "environment"),
            json.text(root, "observation"),
            actions,
            json.text(root, "method"),
            json.text(root, "parameters"));
    if (!sum(policy.parameters).equals(json.text(root, "sha256"))) {
      throw new UserException(
          file + ": parameters must be as they were written, these were changed; train again");
    }
    return policy;
  }

  /**
   * Makes the method that acts by this policy.
   *
   * @param file where it comes from, for the message
   * @throws UserException naming what differs, if it was learned for something else
   */
  public Method methodFor(Path file, Problem problem) {
    require(file, "environment", environment, problem.settings().environment().plugin().id());
    Space space = problem.environment().spaces().observation();
    require(file, "observation", observation, inWords(space));
    List<String> names = problem.environment().spaces().actions().names();
    require(file, "actions", actions.toString(), names.toString());
    require(file, "method", method, problem.settings().method().plugin().id());
    try {
      return problem.withPolicy(Base64.getDecoder().decode(parameters));
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException(
          file
              + ": the policy does not fit the method of this trial ("
              + (e.getMessage() == null ? "it ends too early" : e.getMessage())
              + "); take the settings of the trial "
              + origin.trial()
              + ", or train again");
    }
  }

  private void require(Path file, String what, String learned, String asked) {
    if (!learned.equals(asked)) {
      throw new UserException(
          file
              + ": the policy is of another problem: its "
              + what
              + " is '"
              + learned
              + "', this trial's '"
              + asked
              + "'; train one for it, or take the trial "
              + origin.trial());
    }
  }
}
