/** Tests of the policies. */
@NullMarked
package org.ophiura.learning.policy;

import org.jspecify.annotations.NullMarked;
