/** Files before they are taken in: a dry run by the readers of the import itself, without database or log, and how a file is mapped. */
@NullMarked
package fr.passerelle.cli.entry;

import org.jspecify.annotations.NullMarked;
