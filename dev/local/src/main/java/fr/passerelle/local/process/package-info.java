/**
 * Processes that outlive whoever starts them: launched detached, recognised later by id and birth, ended by signal. Linux only, by
 * {@code /proc}; only classes of the JDK, so that the guard of a build can run from the classes directory alone.
 */
@NullMarked
package fr.passerelle.local.process;

import org.jspecify.annotations.NullMarked;
