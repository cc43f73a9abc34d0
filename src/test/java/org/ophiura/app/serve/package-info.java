@NullMarked
package org.ophiura.app.serve;

import org.jspecify.annotations.NullMarked;
