package org.ophiura.sim.environment;

/**
 * What an environment shows and takes.
 *
 * @param observation what it shows
 * @param actions what it takes
 */
public record Spaces(Space observation, Space.Discrete actions) {}
