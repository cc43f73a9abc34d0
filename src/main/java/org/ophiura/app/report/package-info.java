/**
 * Reports: one file each that opens from disk without a network, with the result, the plots and a
 * replay of an episode in three dimensions.
 *
 * <p>Figures are computed elsewhere; here they are shown.
 */
@NullMarked
package org.ophiura.app.report;

import org.jspecify.annotations.NullMarked;
