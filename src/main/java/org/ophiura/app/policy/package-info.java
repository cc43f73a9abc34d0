/**
 * Learned policies on disk: a small readable file that says what it was learned for, so that it is
 * refused where it does not fit.
 */
@NullMarked
package org.ophiura.app.policy;

import org.jspecify.annotations.NullMarked;
