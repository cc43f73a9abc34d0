/**
 * The command line: reads arguments and files, runs, prints, and turns every outcome into an exit
 * code. What a command computes lives in the other packages.
 */
@NullMarked
package org.ophiura.app.cli;

import org.jspecify.annotations.NullMarked;
