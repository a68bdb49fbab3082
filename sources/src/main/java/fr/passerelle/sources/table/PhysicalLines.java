package fr.passerelle.sources.table;

/** Counts the lines of a text, ended by LF, CR LF or a lone CR, whatever stands on them: the other side of a file's balance. */
final class PhysicalLines {

    private long ended;
    private char last = '\n';

    void follow(char[] text, int from, int length) {
        char before = last;
        for (int i = from; i < from + length; i++) {
            char c = text[i];
            if (c <= '\r' && (c == '\r' || c == '\n' && before != '\r')) {
                ended++;
            }
            before = c;
        }
        last = before;
    }

    /** How many there were so far, the last one without its end included. */
    long count() {
        return ended + (last == '\n' || last == '\r' ? 0 : 1);
    }
}
