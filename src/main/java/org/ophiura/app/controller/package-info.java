/**
 * The controllers that trial files name: they join indexer, policy, gait and pattern generator into
 * one tick. The parts themselves live in the modules of {@code controllers}.
 */
@NullMarked
package org.ophiura.app.controller;

import org.jspecify.annotations.NullMarked;
