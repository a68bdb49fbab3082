package fr.passerelle.sources.workbook;

import fr.passerelle.sources.archive.Damage;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of an {@code .ods} holds: its value, not what is shown of it, in the same texts as from an {@code .xlsx}. What lies under a
 * merged cell is read too, as it is there.
 */
final class OdsCell {

    private static final String EXTENSIONS = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    /** What a formula shows that cannot be computed, where nothing else says so. */
    private static final Pattern ERROR =
            Pattern.compile("#(DIV/0!|N/A|NAME\\?|NULL!|NUM!|REF!|VALUE!|NOM\\?|NUL!|NOMBRE!|VALEUR!)|Err ?: ?\\d{3}");

    private final String file;

    OdsCell(String file) {
        this.file = file;
    }

    /** From the start of a cell to its end; answers the place after it and its repetitions. */
    int read(Xml xml, RowCells cells, int place) {
        int times = times(xml, "number-columns-repeated");
        Held held = Held.read(xml);
        if (held.isEmpty()) {
            return Math.min(place + times, RowCells.MAX_CELLS);
        }
        int end = place + times;
        if (end > RowCells.MAX_CELLS) {
            throw TooLarge.cells(file);
        }
        for (int at = place; at < end; at++) {
            put(held, cells, at);
        }
        return end;
    }

    /** How many times the row or the cell that starts here stands there. */
    int times(Xml xml, String attribute) {
        String written = xml.attribute(Ods.TABLE, attribute);
        if (written == null) {
            return 1;
        }
        if (!written.matches("[1-9]\\d{0,7}")) {
            throw Damage.of(file, null);
        }
        return Integer.parseInt(written);
    }

    private static void put(Held held, RowCells cells, int place) {
        String text = held.text();
        if (!cells.wanted(place)) {
            cells.present(place);
        } else if (held.failed()) {
            cells.failed(place);
        } else if (held.isUncomputed()) {
            cells.uncomputed(place);
        } else if (text == null) {
            cells.unreadable(place);
        } else {
            cells.text(place, text);
        }
    }

    /**
     * What stands in a cell.
     *
     * @param type of its value, empty for none
     * @param value as its type writes it, null where it only shows something
     * @param shown the text in it
     */
    private record Held(
            boolean formula,
            boolean failed,
            String type,
            @Nullable String value,
            String shown) {

        /** From the start of a cell to its end. */
        static Held read(Xml xml) {
            boolean formula = xml.attribute(Ods.TABLE, "formula") != null;
            boolean failed = "error".equals(xml.attribute(EXTENSIONS, "value-type"));
            String type = Objects.requireNonNullElse(xml.attribute(Ods.OFFICE, "value-type"), "");
            String value = xml.attribute(Ods.OFFICE, attribute(type));
            String shown = OdsText.of(xml);
            return new Held(
                    formula, failed || formula && ERROR.matcher(shown.strip()).matches(), type, value, shown);
        }

        private static String attribute(String type) {
            return switch (type) {
                case "float", "percentage", "currency" -> "value";
                default -> type + "-value";
            };
        }

        boolean isEmpty() {
            return !formula && !failed && shown.isBlank() && (value == null || value.isBlank());
        }

        boolean isUncomputed() {
            return type.isEmpty() && formula && shown.isBlank();
        }

        @Nullable
        String text() {
            return switch (type) {
                case "", "string" -> value == null ? shown : value;
                case "float", "percentage", "currency" -> value == null ? null : PlainNumbers.text(value.strip());
                case "date" -> value == null ? null : Moments.iso(value);
                case "time" -> value == null ? null : Moments.isoLength(value);
                case "boolean" -> YesNo.of(value);
                default -> null;
            };
        }
    }
}
