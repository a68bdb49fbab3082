package fr.passerelle.sources.workbook;

import org.jspecify.annotations.Nullable;

/** What a cell of an {@code .xlsx} holds: a formula gives the value that was last computed, a number with a date format a day. */
final class XlsxCell {

    private final Styles styles;
    private final SharedStrings strings;
    private final Serial serial;

    XlsxCell(Styles styles, SharedStrings strings, Serial serial) {
        this.styles = styles;
        this.strings = strings;
        this.serial = serial;
    }

    /** From the start of a cell to its end. */
    void read(Xml xml, RowCells cells, int place) {
        String type = xml.attribute("t");
        DateFormat format = styles.format(xml.attribute("s"));
        boolean formula = false;
        String value = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = xml.text(RichText.ROOM);
            } else if (xml.starts("is")) {
                value = RichText.of(xml, "is");
            } else if (xml.starts()) {
                formula |= xml.starts("f");
                xml.skip();
            }
        }
        Kind kind = Kind.of(type);
        if (!cells.wanted(place)) {
            markPresent(cells, place, kind, value);
        } else if (value.isEmpty()) {
            requireComputed(cells, place, formula && kind != Kind.FORMULA_TEXT);
        } else {
            put(cells, place, kind, format, value);
        }
    }

    private void markPresent(RowCells cells, int place, Kind kind, String value) {
        if (kind == Kind.SHARED ? strings.has(index(value)) : !value.isBlank()) {
            cells.present(place);
        }
    }

    private static void requireComputed(RowCells cells, int place, boolean expected) {
        if (expected) {
            cells.uncomputed(place);
        }
    }

    private void put(RowCells cells, int place, Kind kind, DateFormat format, String value) {
        if (kind == Kind.ERROR) {
            cells.failed(place);
            return;
        }
        String text = text(kind, format, value);
        if (text == null) {
            cells.unreadable(place);
        } else {
            cells.text(place, text);
        }
    }

    private @Nullable String text(Kind kind, DateFormat format, String value) {
        return switch (kind) {
            case SHARED -> strings.text(index(value));
            case TEXT -> value;
            case FORMULA_TEXT -> Escapes.decoded(value);
            case BOOLEAN -> YesNo.of(value);
            case DAY -> Moments.iso(value);
            case NUMBER -> number(format, value);
            case ERROR, UNKNOWN -> null;
        };
    }

    private @Nullable String number(DateFormat format, String value) {
        String number = PlainNumbers.text(value.strip());
        return number == null || format == DateFormat.NONE ? number : serial.text(Double.parseDouble(number), format);
    }

    private static int index(String value) {
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    }

    /** The types of cells. */
    private enum Kind {
        NUMBER,
        SHARED,
        TEXT,
        FORMULA_TEXT,
        BOOLEAN,
        DAY,
        ERROR,
        UNKNOWN;

        static Kind of(@Nullable String type) {
            return switch (type == null ? "n" : type) {
                case "n" -> NUMBER;
                case "s" -> SHARED;
                case "inlineStr" -> TEXT;
                case "str" -> FORMULA_TEXT;
                case "b" -> BOOLEAN;
                case "d" -> DAY;
                case "e" -> ERROR;
                default -> UNKNOWN;
            };
        }
    }
}
