/** Tests of networks on PyTorch. */
@NullMarked
package org.ophiura.learning.djl;

import org.jspecify.annotations.NullMarked;
