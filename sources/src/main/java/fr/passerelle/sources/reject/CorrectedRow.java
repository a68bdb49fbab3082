package fr.passerelle.sources.reject;

import java.util.List;

/**
 * A row of which cells were corrected.
 *
 * @param file name of the source
 * @param sha256 of the file
 * @param line physical line on which the row starts, from 1
 * @param ordinal place among the rows that this line gives, from 0
 * @param cells its corrections, in the order in which they were made
 */
public record CorrectedRow(String file, String sha256, long line, int ordinal, List<CellCorrection> cells) {
    /** Without the cells, which may name a person. */
    @Override
    public String toString() {
        return "%s, ligne %d : %s".formatted(file, line, cells);
    }

    /** A cell that was corrected on the way, by a stable code: nothing in silence. Of its text no more stays than may be kept. */
    public record CellCorrection(String column, String code, String before, String after) {
        /** Without the texts, which may name a person. */
        @Override
        public String toString() {
            return column + " : " + code;
        }
    }
}
