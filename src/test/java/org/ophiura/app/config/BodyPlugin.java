package org.ophiura.app.config;

import org.ophiura.sim.plugin.Plugin;

/** A kind of plug-in that only tests know. */
public interface BodyPlugin<S extends Record> extends Plugin<S> {}
