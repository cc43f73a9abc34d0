/**
 * What a run leaves behind: its folder, which appears whole or not at all, and the files in it.
 *
 * <p>Numbers go here, not into the log. Nothing here runs episodes or prints.
 */
@NullMarked
package org.ophiura.app.results;

import org.jspecify.annotations.NullMarked;
