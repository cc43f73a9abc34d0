/**
 * An environment served to another program by frames of bytes: how Python gets at any trial.
 *
 * <p>The other end is the Python package in {@code src/python}.
 */
@NullMarked
package org.ophiura.app.serve;

import org.jspecify.annotations.NullMarked;
