/** Tests of the indexers. */
@NullMarked
package org.ophiura.learning.indexer;

import org.jspecify.annotations.NullMarked;
