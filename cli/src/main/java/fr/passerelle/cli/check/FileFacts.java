package fr.passerelle.cli.check;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.sources.table.RawTable;

/**
 * What a dry run tells of a file beside its rows.
 *
 * @param name what it is called in messages
 * @param table name of the table that its rows would go to
 * @param headerLine line of its header; 0 where it has none
 * @param lines what its lines are
 */
public record FileFacts(
        String name,
        String table,

        @JsonUnwrapped @JsonIgnoreProperties({"quote", "escape", "lineEnd"})
        RawTable.Traits traits,

        long headerLine,
        FileLines lines) {}
