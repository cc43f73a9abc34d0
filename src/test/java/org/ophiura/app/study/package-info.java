/** Tests of studies, on runs that are made up or small. */
@NullMarked
package org.ophiura.app.study;

import org.jspecify.annotations.NullMarked;
