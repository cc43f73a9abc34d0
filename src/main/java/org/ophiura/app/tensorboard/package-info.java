/**
 * Writes what TensorBoard shows while a training goes on.
 *
 * <p>The figures are computed elsewhere; here they are put into TensorBoard's files.
 */
@NullMarked
package org.ophiura.app.tensorboard;

import org.jspecify.annotations.NullMarked;
