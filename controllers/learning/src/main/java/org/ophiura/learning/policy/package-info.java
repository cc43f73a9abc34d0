/**
 * The policies that a trial file can choose, each with its plug-in and settings: baselines that
 * learn nothing, and the trained table. How a table is learned is not known here.
 */
@NullMarked
package org.ophiura.learning.policy;

import org.jspecify.annotations.NullMarked;
