/** Processes that outlive whoever starts them, known by {@code /proc}; it uses only classes of the JDK, so that the guard of a build runs from this module's classes alone. */
@NullMarked
package fr.passerelle.local.process;

import org.jspecify.annotations.NullMarked;
