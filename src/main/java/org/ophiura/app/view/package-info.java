/**
 * The live page: a server on this machine that shows a robot while it runs and lets people take
 * part, and shows a training while it goes on.
 *
 * <p>One thread owns the simulation; whatever viewers send reaches it through a queue, and what
 * they see leaves it as whole frames.
 */
@NullMarked
package org.ophiura.app.view;

import org.jspecify.annotations.NullMarked;
