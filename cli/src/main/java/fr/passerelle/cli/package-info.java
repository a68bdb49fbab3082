/** The commands, in French, and their exit codes. */
@NullMarked
package fr.passerelle.cli;

import org.jspecify.annotations.NullMarked;
