package fr.passerelle.sources.workbook;

import java.util.Objects;
import java.util.Set;
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

    private OdsCell() {}

    /** From the start of a cell to its end; answers the place after it and its repetitions. */
    static int read(Xml xml, Sheet.RowCells cells, int place, String file) {
        int times = times(xml, "number-columns-repeated", file);
        Held held = Held.read(xml);
        if (held.isEmpty()) {
            return Math.min(place + times, Sheet.RowCells.MAX_CELLS);
        }
        int end = place + times;
        if (end > Sheet.RowCells.MAX_CELLS) {
            throw Workbook.tooManyCells(file);
        }
        for (int at = place; at < end; at++) {
            put(held, cells, at);
        }
        return end;
    }

    /** How many times the row or the cell that starts here stands there. */
    static int times(Xml xml, String attribute, String file) {
        String written = xml.attribute(Ods.TABLE, attribute);
        if (written == null) {
            return 1;
        }
        if (!written.matches("[1-9]\\d{0,7}")) {
            throw Zip.damage(file, null);
        }
        return Integer.parseInt(written);
    }

    private static void put(Held held, Sheet.RowCells cells, int place) {
        if (!cells.wanted(place)) {
            cells.present(place);
        } else if (held.failed()) {
            cells.failed(place);
        } else if (held.isUncomputed()) {
            cells.uncomputed(place);
        } else {
            cells.text(place, held.text());
        }
    }

    /** What stands in a cell: the type of its value (empty for none), the value as that type writes it, and what is shown. */
    private record Held(
            boolean formula,
            boolean failed,
            String type,
            @Nullable String value,
            String shown) {
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
                case "float", "percentage", "currency" -> value == null ? null : Moments.number(value.strip());
                case "date" -> value == null ? null : Moments.iso(value);
                case "time" -> value == null ? null : Moments.isoLength(value);
                case "boolean" -> Moments.yesNo(value);
                default -> null;
            };
        }
    }

    /** The text in a cell of an {@code .ods}: its paragraphs, a line each, where spaces in a row are written as elements. */
    private static final class OdsText {
        /** Notes and reading aids are no part of a cell. */
        private static final Set<String> ASIDE = Set.of("annotation", "annotation-end", "note", "ruby-text");

        private final StringBuilder text = new StringBuilder();

        /** Whether the next white space adds nothing: it stands at the start of a paragraph, or after another one. */
        private boolean afterSpace;

        static String of(Xml xml) {
            OdsText held = new OdsText();
            boolean first = true;
            while (xml.next() && !xml.ends()) {
                if (xml.starts("p")) {
                    held.append(first ? "" : "\n", 1);
                    held.paragraph(xml);
                    first = false;
                } else if (xml.starts()) {
                    xml.skip();
                }
            }
            return held.text.toString();
        }

        private void paragraph(Xml xml) {
            afterSpace = true;
            int depth = 1;
            while (depth > 0 && xml.next()) {
                if (xml.ends()) {
                    depth--;
                } else if (!xml.starts()) {
                    characters(xml);
                } else if (ASIDE.contains(xml.name())) {
                    xml.skip();
                } else {
                    depth++;
                    element(xml);
                }
            }
        }

        private void element(Xml xml) {
            switch (xml.name()) {
                case "s" -> {
                    String count = xml.anyAttribute("c");
                    int most = count == null ? 1 : SharedStrings.ROOM;
                    append(" ", count != null && count.matches("\\d{1,6}") ? Integer.parseInt(count) : most);
                }
                case "tab" -> append("\t", 1);
                case "line-break" -> append("\n", 1);
                default -> {
                    // Its text is looked at as it comes.
                }
            }
        }

        private void append(String what, int times) {
            text.repeat(what, Math.clamp(times, 0, Math.max(0, SharedStrings.ROOM - text.length())));
            afterSpace = false;
        }

        private void characters(Xml xml) {
            int to = text.length();
            xml.appendText(text, SharedStrings.ROOM);
            for (int from = to; from < text.length(); from++) {
                char c = text.charAt(from);
                boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
                if (!space || !afterSpace) {
                    text.setCharAt(to++, space ? ' ' : c);
                }
                afterSpace = space;
            }
            text.setLength(to);
        }
    }
}
