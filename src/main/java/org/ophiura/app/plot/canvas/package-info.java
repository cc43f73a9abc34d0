/**
 * Drawing for plots: lines, areas and text on a page that becomes an SVG or PNG file, and the axes
 * that data is drawn along.
 *
 * <p>Nothing here knows what is plotted. SVG needs nothing of the machine; PNG needs its fonts.
 */
@NullMarked
package org.ophiura.app.plot.canvas;

import org.jspecify.annotations.NullMarked;
