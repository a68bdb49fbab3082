package fr.passerelle.sources.workbook;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The sheets of an {@code .ods}, one after the other. Which ones are hidden stands in the styles before them. */
final class OdsTables {

    /** Most sheets, and most styles that hide one. */
    static final int MAX_SHEETS = 10_000;

    private static final Set<String> AROUND = Set.of("document-content", "body");
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";

    private final Xml xml;
    private final String file;
    private final Set<String> hiding = new HashSet<>();
    private boolean inside;
    private int number;

    /** @param xml at the beginning of the content */
    OdsTables(Xml xml, String file) {
        this.xml = xml;
        this.file = file;
    }

    /** Goes to the start of the next sheet, from the end of the one before; false after the last one. */
    boolean next() {
        while (xml.next() && !xml.ends("spreadsheet")) {
            if (inside && xml.starts("table")) {
                number = bounded(number + 1);
                return true;
            } else if (xml.starts("spreadsheet")) {
                inside = true;
            } else if (!inside && xml.starts("automatic-styles")) {
                readStyles();
            } else if (xml.starts() && !AROUND.contains(xml.name())) {
                xml.skip();
            }
        }
        return false;
    }

    /** The place of the sheet that starts here, from 1. */
    int number() {
        return number;
    }

    /** The sheet that starts here. */
    SheetEntry entry() {
        String name = Objects.requireNonNullElse(xml.attribute(Ods.TABLE, "name"), "");
        String style = Objects.requireNonNullElse(xml.attribute(Ods.TABLE, "style-name"), "");
        return new SheetEntry(number, name, !hiding.contains(style), "");
    }

    private void readStyles() {
        String style = "";
        while (xml.next() && !xml.ends("automatic-styles")) {
            if (xml.starts("style")) {
                style = Objects.requireNonNullElse(xml.attribute(STYLE, "name"), "");
            } else if (xml.starts("table-properties") && "false".equals(xml.attribute(Ods.TABLE, "display"))) {
                hiding.add(style);
                bounded(hiding.size());
            }
        }
    }

    private int bounded(int count) {
        if (count > MAX_SHEETS) {
            throw TooLarge.sheets(file);
        }
        return count;
    }
}
