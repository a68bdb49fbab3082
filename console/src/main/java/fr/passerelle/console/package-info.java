/** What people look at: the program that serves the pages and the HTTP interface. It reads the read model, and leaves the work to the operators' program. */
@NullMarked
package fr.passerelle.console;

import org.jspecify.annotations.NullMarked;
