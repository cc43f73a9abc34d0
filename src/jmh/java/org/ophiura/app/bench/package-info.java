/**
 * How fast evaluation and its parts are. Nothing here is part of the application, and nothing here
 * asserts a time; {@code src/jmh/measure} runs it.
 */
@NullMarked
package org.ophiura.app.bench;

import org.jspecify.annotations.NullMarked;
