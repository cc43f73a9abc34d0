package org.ophiura.learning.policy;

/** Settings of a policy that has none. */
public record NoSettings() {}
