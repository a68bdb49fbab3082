/** A dry run: what an import would make of a file, by the readers of the import itself, without database or log. It writes nothing. */
@NullMarked
package fr.passerelle.cli.check;

import org.jspecify.annotations.NullMarked;
