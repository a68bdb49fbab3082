package fr.passerelle.batch.source;

/** Counts physical lines, ended by LF, CR LF or a lone CR. */
final class LineCounter {

    private long current = 1;
    private boolean afterCr;

    void count(char[] chars, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            char c = chars[i];
            if (c == '\r' || c == '\n' && !afterCr) {
                current++;
            }
            afterCr = c == '\r';
        }
    }

    /** The line of the next character, from 1. */
    long current() {
        return current;
    }
}
