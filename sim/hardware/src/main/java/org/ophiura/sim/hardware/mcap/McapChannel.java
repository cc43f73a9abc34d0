package org.ophiura.sim.hardware.mcap;

import java.util.Map;

/**
 * A stream of messages.
 *
 * @param id unique in its file
 * @param schemaId how its messages are built
 * @param topic what they are about
 * @param messageEncoding how they are written, such as {@code ros1}
 * @param metadata what else is known of it
 */
public record McapChannel(
    int id, int schemaId, String topic, String messageEncoding, Map<String, String> metadata) {
  /** Takes a copy of the map. */
  public McapChannel {
    metadata = Map.copyOf(metadata);
  }
}
