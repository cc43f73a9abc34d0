package org.ophiura.app.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.ophiura.app.results.UserException;

/** A policy file as JSON: takes it apart and names what is missing. */
record PolicyJson(Path file, JsonNode root) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  /**
   * Reads a file.
   *
   * @throws UserException if it is missing, cut short or no JSON
   */
  static PolicyJson read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new UserException(
            file
                + " is a folder; name the policy file in it, such as "
                + file.resolve(PolicyFile.NAME));
      }
      return new PolicyJson(file, JSON.readTree(file.toFile()));
    } catch (JsonProcessingException e) {
      throw new UserException(
          file
              + ":"
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + (e instanceof JsonEOFException
                  ? ": a policy file must be whole, this one ends here: it is half written"
                  : ": a policy file must be JSON with finite numbers and each key once, this line"
                      + " is not")
              + "; train again, or take another copy");
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new UserException(
          file + " does not exist or cannot be read; a run writes " + PolicyFile.NAME);
    } catch (IOException e) {
      throw new UserException(file + " cannot be read: " + e.getMessage());
    }
  }

  String text(JsonNode parent, String key) {
    return child(parent, key, JsonNode::isTextual, "text").asText();
  }

  JsonNode object(JsonNode parent, String key) {
    return child(parent, key, JsonNode::isObject, "a block");
  }

  JsonNode array(JsonNode parent, String key) {
    return child(parent, key, JsonNode::isArray, "a list");
  }

  private JsonNode child(JsonNode parent, String key, Predicate<JsonNode> fits, String kind) {
    JsonNode child = parent.path(key);
    if (!fits.test(child)) {
      throw new UserException(
          file
              + ": "
              + key
              + " must be "
              + kind
              + ", got "
              + (child.isMissingNode() ? "nothing" : child.toString())
              + "; is this a policy file of Ophiura?");
    }
    return child;
  }
}
