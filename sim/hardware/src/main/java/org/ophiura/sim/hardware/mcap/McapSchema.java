package org.ophiura.sim.hardware.mcap;

/**
 * How the messages of a channel are built.
 *
 * @param id above 0, unique in its file
 * @param name what it is called
 * @param encoding the language of its text, such as {@code ros1msg}
 * @param text the description itself
 */
public record McapSchema(int id, String name, String encoding, String text) {}
