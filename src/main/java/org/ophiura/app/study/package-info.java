/**
 * Many runs and what they say together: the plan of a comparison or a sweep, the folder it lives
 * in, its runs on all cores, and the figures, tables and files that come of them.
 *
 * <p>Nothing here reads arguments or prints. How one trial is run is in {@code run}; what can be
 * said from a sample is in {@code statistics}.
 */
@NullMarked
package org.ophiura.app.study;

import org.jspecify.annotations.NullMarked;
