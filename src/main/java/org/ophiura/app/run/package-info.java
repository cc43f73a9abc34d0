/**
 * One run from the first episode to its published folder, stopped and continued at will: the
 * checkpoint files, what is in them, and who owns the folder meanwhile.
 *
 * <p>Nothing here reads arguments or prints.
 */
@NullMarked
package org.ophiura.app.run;

import org.jspecify.annotations.NullMarked;
