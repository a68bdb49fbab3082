package fr.passerelle.sources.workbook;

/** The text of a cell of an {@code .xlsx} in one or several runs, without the reading aids that may follow them. */
final class RichText {

    /** A little more than a cell may hold, so that it is seen to be too long. */
    static final int ROOM = RowCells.MAX_LENGTH * 4;

    private RichText() {}

    /** From the start of an element to its end. */
    static String of(Xml xml, String element) {
        StringBuilder text = new StringBuilder();
        while (xml.next() && !xml.ends(element)) {
            if (xml.starts("t")) {
                text.append(xml.text(ROOM - text.length()));
            } else if (xml.starts("rPh")) {
                xml.skip();
            }
        }
        return Escapes.decoded(text.toString());
    }
}
