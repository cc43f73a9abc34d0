/** Tests of networks. */
@NullMarked
package org.ophiura.learning.network;

import org.jspecify.annotations.NullMarked;
