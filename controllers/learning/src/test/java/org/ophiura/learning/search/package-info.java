/** Tests of random search. */
@NullMarked
package org.ophiura.learning.search;

import org.jspecify.annotations.NullMarked;
