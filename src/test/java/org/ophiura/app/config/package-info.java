/** Tests of reading and describing settings, on sample records: real trials have other tests. */
@NullMarked
package org.ophiura.app.config;

import org.jspecify.annotations.NullMarked;
