/**
 * What TensorBoard shows of a training: event files, written while it goes on.
 *
 * <p>Only the writing of that format lives here; no figure is computed that a result file lacks.
 */
@NullMarked
package org.ophiura.app.tensorboard;

import org.jspecify.annotations.NullMarked;
