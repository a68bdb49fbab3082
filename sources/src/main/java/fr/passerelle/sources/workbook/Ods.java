package fr.passerelle.sources.workbook;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An {@code .ods}: all its sheets are one part, so that it is gone through twice, to choose a sheet and to read it. */
final class Ods extends Workbook {
    /** Namespace of what every document has. */
    static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    /** Namespace of sheets, rows and cells. */
    static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    private static final String TYPE = "mimetype";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final String CONTENT = "content.xml";
    private static final String SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

    Ods(Zip zip, String file) {
        super(zip, file);
        requireSpreadsheet();
        requireNoPassword();
        // Office programs also write lists of macros that list none.
        requireNoMacros(name -> name.startsWith("Scripts/")
                || name.startsWith("Basic/") && !name.endsWith("/script-lc.xml") && !name.endsWith("/script-lb.xml"));
    }

    /** Whether this is a package of the kind to which an {@code .ods} belongs. */
    static boolean isIn(Zip zip) {
        return zip.has(TYPE) && (zip.has(MANIFEST) || zip.has(CONTENT));
    }

    private void requireSpreadsheet() {
        try (InputStream in = zip.open(TYPE)) {
            String type = new String(in.readNBytes(200), StandardCharsets.US_ASCII).strip();
            if (!type.equals(SPREADSHEET) && !type.equals(SPREADSHEET + "-template")) {
                throw zip.refusal(
                        "n'est pas un classeur .ods : ouvrez-le et enregistrez-le au format .ods, .xlsx ou .csv");
            }
        } catch (IOException failure) {
            throw Zip.damage(file, failure);
        }
    }

    private void requireNoPassword() {
        if (!zip.has(MANIFEST)) {
            return;
        }
        try (Xml xml = new Xml(zip.open(MANIFEST), file)) {
            while (xml.next()) {
                if (xml.starts("encryption-data")) {
                    throw zip.refusal("est protégé par un mot de passe : retirez cette protection");
                }
            }
        }
    }

    @Override
    public List<Workbook.SheetEntry> sheets() {
        List<Workbook.SheetEntry> sheets = new ArrayList<>();
        try (Xml xml = content()) {
            OdsTables tables = new OdsTables(xml, file);
            while (tables.next()) {
                sheets.add(tables.entry());
                xml.skip();
            }
            xml.drain();
        }
        return sheets;
    }

    @Override
    Sheet open(Workbook.SheetEntry chosen) {
        Xml xml = content();
        OdsTables tables = new OdsTables(xml, file);
        while (tables.next() && tables.number < chosen.number()) {
            xml.skip();
        }
        return new OdsSheet(chosen.number(), file, xml);
    }

    private Xml content() {
        return new Xml(zip.open(CONTENT), file);
    }

    /** A sheet of an {@code .ods}: a row says how many times it stands there. */
    private static final class OdsSheet extends Sheet {
        /** Most cells, so that what a few bytes repeat is read in seconds. */
        static final long MAX_CELLS = 1L << 28;

        private static final Elements ELEMENTS = new Elements(
                "table",
                Set.of("table-header-rows", "table-row-group", "table-rows"),
                "table-row",
                Set.of("table-cell", "covered-table-cell"));

        private Sheet.@Nullable SheetRow repeated;
        private long line;
        private long last;
        private long read;

        /** @param xml at the start of the sheet */
        OdsSheet(int number, String file, Xml xml) {
            super(number, file, xml, ELEMENTS);
        }

        @Override
        public Sheet.@Nullable SheetRow next() {
            if (repeated != null && line < last) {
                return repeated.at(++line);
            }
            repeated = super.next();
            if (repeated != null) {
                read += repeated.count() * (last - line + 1);
                if (last > Sheet.RowCells.MAX_ROWS || read > MAX_CELLS) {
                    throw Workbook.tooManyCells(file);
                }
            }
            return repeated;
        }

        @Override
        long line() {
            line = last + 1;
            last = Math.min(last + OdsCell.times(xml, "number-rows-repeated", file), Sheet.RowCells.MAX_ROWS + 1);
            return line;
        }

        @Override
        int read(int place) {
            return OdsCell.read(xml, cells, place, file);
        }
    }

    /** The sheets of an {@code .ods}, one after the other. Which ones are hidden stands in the styles before them. */
    static final class OdsTables {
        /** Most sheets, and most styles that hide one. */
        static final int MAX_SHEETS = 10_000;

        private static final Set<String> AROUND = Set.of("document-content", "body");
        private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";

        private final Xml xml;
        private final String file;
        private final Set<String> hiding = new HashSet<>();
        private boolean inside;
        /** The place of the sheet that starts here, from 1. */
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

        Workbook.SheetEntry entry() {
            String name = Objects.requireNonNullElse(xml.attribute(Ods.TABLE, "name"), "");
            String style = Objects.requireNonNullElse(xml.attribute(Ods.TABLE, "style-name"), "");
            return new Workbook.SheetEntry(number, name, !hiding.contains(style), "");
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
                throw new UnusableFile(
                        "Le classeur « %s » a plus de %d feuilles : n'y laissez que celle à importer, ou enregistrez-la en .csv."
                                .formatted(file, MAX_SHEETS));
            }
            return count;
        }
    }
}
