package fr.passerelle.sources.mapping;

/** Texts that mean that there is nothing, beside the empty one. */
@SuppressWarnings("ArrayRecordComponent") // looked through for each cell
record Blanks(String[] texts) {

    /** The text, or the empty one where it means that there is nothing. */
    String without(String text) {
        for (String blank : texts) {
            if (blank.equals(text)) {
                return "";
            }
        }
        return text;
    }
}
