package fr.passerelle.batch.month;

/**
 * A line as an import says it.
 *
 * @param importNo number of the import: of two, the later one has the greater
 * @param line of its file, from 1; 0 for what the file says without a line, or repeats of a file that was withdrawn since
 * @param ordinal place among the rows that this line gives, from 0
 */
public record ImportedLine(int importNo, long line, int ordinal, Attendance value) {

    /** Where it stands in its file. */
    public record Place(long line, int ordinal) {}

    public Place place() {
        return new Place(line, ordinal);
    }

    /** The same, said by an import of which only what it repeats is known. */
    public ImportedLine repeatedBy(int other) {
        return new ImportedLine(other, 0, 0, value);
    }
}
