package fr.passerelle.cli.check;

import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.sources.table.Traits;

/**
 * What a dry run tells of a file beside its rows.
 *
 * @param name what it is called in messages
 * @param table name of the table that its rows would go to
 * @param lines what its lines are
 * @param headerLine line of its header; 0 where it has none
 */
public record FileFacts(String name, String table, Traits traits, FileLines lines, long headerLine) {}
