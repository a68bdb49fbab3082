package fr.passerelle.batch.source.table;

/** Which line ends the records of a text have. */
final class LineEnds {

    private boolean lf;
    private boolean crLf;
    private boolean cr;
    private boolean pending;

    /**
     * @param c a control character between two cells or records
     * @param afterCr whether it directly follows a CR
     */
    void follow(char c, boolean afterCr) {
        if (c == '\n') {
            crLf |= afterCr;
            lf |= !afterCr;
            pending &= !afterCr;
        } else if (c == '\r') {
            cr |= pending;
            pending = true;
        }
    }

    /** LF, CRLF, CR or "mixte"; a dash where there is none. */
    String name() {
        boolean lone = cr || pending && !lf && !crLf; // the text may stop for now between a CR and its LF
        if ((lf ? 1 : 0) + (crLf ? 1 : 0) + (lone ? 1 : 0) > 1) {
            return "mixte";
        }
        return lf ? "LF" : crLf ? "CRLF" : lone ? "CR" : "-";
    }
}
