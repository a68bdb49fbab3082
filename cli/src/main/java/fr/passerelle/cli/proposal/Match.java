package fr.passerelle.cli.proposal;

/**
 * A column that a header stands for.
 *
 * @param target column of the table, or key of the mapping
 * @param words of the header that say so
 * @param whole whether they are all its words
 */
record Match(String target, String words, boolean whole) {

    /** How many letters say so. */
    int length() {
        return words.length();
    }
}
