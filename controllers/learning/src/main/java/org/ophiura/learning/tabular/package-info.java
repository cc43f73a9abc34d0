/**
 * Learning with one value per state and action: the table, the policies that read it, and
 * Q-learning. Values are kept in an EJML matrix; nothing here knows robots or files.
 */
@NullMarked
package org.ophiura.learning.tabular;

import org.jspecify.annotations.NullMarked;
