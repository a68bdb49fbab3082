package fr.passerelle.sources.workbook;

import fr.passerelle.sources.archive.Damage;
import fr.passerelle.sources.archive.Zip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
    private static final int LONGEST_TYPE = 200;

    private Ods(Zip zip, String file) {
        super(zip, file);
    }

    /** Whether this is a package of the kind to which an {@code .ods} belongs. */
    static boolean isIn(Zip zip) {
        return zip.has(TYPE) && (zip.has(MANIFEST) || zip.has(CONTENT));
    }

    static Ods read(Zip zip, String file) {
        Ods book = new Ods(zip, file);
        book.requireSpreadsheet();
        book.requireNoPassword();
        book.requireNoMacros(Ods::isMacro);
        return book;
    }

    private void requireSpreadsheet() {
        try (InputStream in = zip.open(TYPE)) {
            String type = new String(in.readNBytes(LONGEST_TYPE), StandardCharsets.US_ASCII).strip();
            if (!type.equals(SPREADSHEET) && !type.equals(SPREADSHEET + "-template")) {
                throw refusal("n'est pas un classeur .ods : ouvrez-le et enregistrez-le au format .ods, .xlsx ou .csv");
            }
        } catch (IOException failure) {
            throw Damage.of(file, failure);
        }
    }

    private void requireNoPassword() {
        if (!zip.has(MANIFEST)) {
            return;
        }
        try (Xml xml = Xml.open(zip.open(MANIFEST), file)) {
            while (xml.next()) {
                if (xml.starts("encryption-data")) {
                    throw refusal("est protégé par un mot de passe : retirez cette protection");
                }
            }
        }
    }

    /** Office programs also write lists of macros that list none. */
    private static boolean isMacro(String name) {
        return name.startsWith("Scripts/")
                || name.startsWith("Basic/") && !name.endsWith("/script-lc.xml") && !name.endsWith("/script-lb.xml");
    }

    @Override
    public List<SheetEntry> sheets() {
        List<SheetEntry> sheets = new ArrayList<>();
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
    Sheet open(SheetEntry chosen) {
        Xml xml = content();
        OdsTables tables = new OdsTables(xml, file);
        while (tables.next() && tables.number() < chosen.number()) {
            xml.skip();
        }
        return new OdsSheet(chosen.number(), file, xml, new OdsCell(file));
    }

    private Xml content() {
        return Xml.open(zip.open(CONTENT), file);
    }
}
