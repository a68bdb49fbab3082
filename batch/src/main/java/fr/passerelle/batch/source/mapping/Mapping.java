package fr.passerelle.batch.source.mapping;

import fr.passerelle.batch.source.cell.Forms;
import fr.passerelle.batch.source.reject.UnusableFile;
import fr.passerelle.batch.source.table.RawRow;
import fr.passerelle.batch.source.table.Reading;
import fr.passerelle.schemas.table.TableSchema;

/**
 * How a file is read and what its records become.
 *
 * @param text the mapping as it is written; empty for {@link #CANONICAL}
 */
public record Mapping(String text, Reading reading) {

    /** The file has the columns of its schema; charset and dialect are found out. */
    public static final Mapping CANONICAL = new Mapping("", Reading.UNDECLARED);

    /** Whether a record, among the first ones, is the header. */
    public boolean startsAt(RawRow record) {
        return true;
    }

    /** What is declared of the cells of a column of the schema. */
    public Forms forms(String column) {
        return Forms.UNDECLARED;
    }

    /**
     * Meets the header of a file.
     *
     * @param file what the file is called in messages
     * @throws UnusableFile when the header is not what the mapping says
     */
    public Binding bind(String file, RawRow header, TableSchema schema) {
        return new Canonical(schema.header(), new Header(file, header, schema).places());
    }
}
