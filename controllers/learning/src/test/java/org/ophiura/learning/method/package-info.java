/** Tests of methods, and an environment to try them on. */
@NullMarked
package org.ophiura.learning.method;

import org.jspecify.annotations.NullMarked;
