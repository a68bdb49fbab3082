package fr.passerelle.sources.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each cell style of an {@code .xlsx} makes of a number. */
final class Styles {

    /** A workbook without styles. */
    static final Styles NONE = new Styles();

    private static final int MAX_CODE = 1_000;

    private final Map<Integer, DateFormat> formats = new HashMap<>();
    private final List<DateFormat> cells = new ArrayList<>();

    private Styles() {}

    static Styles read(Xml xml) {
        Styles styles = new Styles();
        while (xml.next()) {
            if (xml.starts("numFmt")) {
                styles.format(xml.attribute("numFmtId"), xml.attribute("formatCode"));
            } else if (xml.starts("cellXfs")) {
                styles.cells(xml);
            } else if (xml.starts("dxfs")) {
                xml.skip();
            }
        }
        return styles;
    }

    /** Of the cells of a style; a style that is not there makes nothing. */
    DateFormat format(@Nullable String style) {
        int number = number(style);
        return number < 0 || number >= cells.size() ? DateFormat.NONE : cells.get(number);
    }

    private void format(@Nullable String id, @Nullable String code) {
        if (code != null && code.length() <= MAX_CODE) {
            formats.put(number(id), DateFormat.of(code));
        }
    }

    private void cells(Xml xml) {
        while (xml.next() && !xml.ends("cellXfs")) {
            if (xml.starts("xf")) {
                int id = number(xml.attribute("numFmtId"));
                cells.add(formats.getOrDefault(id, DateFormat.builtIn(id)));
            }
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null || !digits.matches("\\d{1,6}") ? -1 : Integer.parseInt(digits);
    }
}
