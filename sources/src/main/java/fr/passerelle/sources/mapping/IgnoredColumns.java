package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.Glob;

/**
 * Columns of the file that never become text.
 *
 * @param columns form of their names, or a place
 * @param multiline whether their cells may hold several lines
 */
record IgnoredColumns(Glob columns, boolean multiline) {}
