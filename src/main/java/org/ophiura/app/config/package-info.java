/**
 * Turns a YAML file into settings records and back, and describes those records to people and to
 * editors. It knows records and their {@link org.ophiura.sim.plugin.Setting} annotations, and
 * nothing of trials, robots or learning: what a setting means belongs with the part that reads it.
 */
@NullMarked
package org.ophiura.app.config;

import org.jspecify.annotations.NullMarked;
