/**
 * The one harness that starts, drives and stops Passerelle's programs, for tests, faults and measures: a {@link Program} that a
 * {@link Launcher} started, as a process or otherwise, and a {@link Deployment}, which is Passerelle over a database and a namespace of its
 * own.
 */
@NullMarked
package fr.passerelle.local.program;

import org.jspecify.annotations.NullMarked;
