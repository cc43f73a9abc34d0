/** Tests of TensorBoard's files, by the public reader too. */
@NullMarked
package org.ophiura.app.tensorboard;

import org.jspecify.annotations.NullMarked;
