/**
 * The files of Ophiura's pages, which the report inlines and the live page serves.
 *
 * <p>No server and no content of a page lives here.
 */
@NullMarked
package org.ophiura.app.web;

import org.jspecify.annotations.NullMarked;
