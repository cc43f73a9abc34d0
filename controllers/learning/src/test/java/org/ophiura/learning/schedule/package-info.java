/** Tests of the schedules. */
@NullMarked
package org.ophiura.learning.schedule;

import org.jspecify.annotations.NullMarked;
