/**
 * Plots of runs, drawn from the files of their folders alone, so that they can be drawn again at
 * any time.
 *
 * <p>How lines get on a page is the affair of {@code canvas}; no figure is computed here that a
 * result file states.
 */
@NullMarked
package org.ophiura.app.plot;

import org.jspecify.annotations.NullMarked;
