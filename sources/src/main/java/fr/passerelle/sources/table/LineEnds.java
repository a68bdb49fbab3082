package fr.passerelle.sources.table;

/** Which line ends the records of a text have. */
final class LineEnds {

    private boolean lf;
    private boolean crLf;
    private boolean cr;

    /** @param end of a record in a text, behind its line end */
    void follow(char[] text, int end) {
        char last = text[end - 1];
        boolean afterCr = end > 1 && text[end - 2] == '\r';
        crLf |= last == '\n' && afterCr;
        lf |= last == '\n' && !afterCr;
        cr |= last == '\r';
    }

    /** LF, CRLF, CR or "mixte"; a dash where there is none. */
    String name() {
        if ((lf ? 1 : 0) + (crLf ? 1 : 0) + (cr ? 1 : 0) > 1) {
            return "mixte";
        }
        return lf ? "LF" : crLf ? "CRLF" : cr ? "CR" : "-";
    }
}
