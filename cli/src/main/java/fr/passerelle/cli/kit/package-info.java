/** A folder from which somebody else finds the hash of a run again, without a server: the records of the log, the barème and the program. */
@NullMarked
package fr.passerelle.cli.kit;

import org.jspecify.annotations.NullMarked;
