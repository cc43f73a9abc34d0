/**
 * Contract tests that every implementation extends, the fakes and measures they share, and the
 * tests of the contracts' own classes. Packed as a test jar for other modules.
 */
@NullMarked
package org.ophiura.learning;

import org.jspecify.annotations.NullMarked;
