/**
 * What can be said from a sample: intervals and estimates. Knows nothing of trials or episodes.
 *
 * <p>The unit of inference is the group, such as all episodes of one seed: values of one group are
 * not independent of each other, groups are.
 */
@NullMarked
package org.ophiura.app.statistics;

import org.jspecify.annotations.NullMarked;
