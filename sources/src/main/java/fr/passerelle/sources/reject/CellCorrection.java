package fr.passerelle.sources.reject;

/**
 * A cell that was corrected on the way: nothing is changed in silence.
 *
 * @param column column of the table
 * @param code stable code in capitals of the repair
 * @param before text of the cell in the file, no more of it than may be kept
 * @param after text that was taken instead
 */
public record CellCorrection(String column, String code, String before, String after) {

    /** Without the texts, which may name a person. */
    @Override
    public String toString() {
        return column + " : " + code;
    }
}
