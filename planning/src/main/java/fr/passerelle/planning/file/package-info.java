/** Files that a command is given: read whole or refused whole, with a French sentence for each fault. */
@NullMarked
package fr.passerelle.planning.file;

import org.jspecify.annotations.NullMarked;
