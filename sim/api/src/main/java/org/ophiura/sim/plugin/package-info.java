/**
 * How parts are found by the id that a trial file names, and how their settings are described.
 *
 * <p>A part is a class that implements a plug-in interface, and one line in {@code
 * META-INF/services}. Its settings are a record whose components carry {@link
 * org.ophiura.sim.plugin.Setting}. Reading files and building objects from them happens elsewhere.
 */
@NullMarked
package org.ophiura.sim.plugin;

import org.jspecify.annotations.NullMarked;
