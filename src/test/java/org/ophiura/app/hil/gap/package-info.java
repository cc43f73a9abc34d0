/** Tests of the package of the same name. */
@NullMarked
package org.ophiura.app.hil.gap;

import org.jspecify.annotations.NullMarked;
