/** What each format makes of a table, read back by tools that are not ours. */
@NullMarked
package fr.passerelle.cli.export.format;

import org.jspecify.annotations.NullMarked;
