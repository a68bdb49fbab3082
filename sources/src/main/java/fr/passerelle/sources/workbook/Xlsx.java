package fr.passerelle.sources.workbook;

import fr.passerelle.sources.reject.UnusableFile;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An {@code .xlsx}: which parts it has, found by following its relations. */
final class Xlsx extends Workbook {
    /** Most bytes of a part that is kept in memory: a hundred times what the largest workbooks have. */
    private static final long MAX_KEPT = 16 << 20;

    private final Map<String, Relation> relations = new HashMap<>();
    private final List<Workbook.SheetEntry> sheets = new ArrayList<>();
    private boolean from1904;

    Xlsx(Zip zip, String file) {
        super(zip, file);
        requireNoMacros(name -> name.endsWith("vbaProject.bin"));
        String main = mainPart();
        readRelations(main);
        readWorkbook(main);
    }

    /** Whether this is a package of the kind to which an {@code .xlsx} belongs. */
    static boolean isIn(Zip zip) {
        return zip.has("[Content_Types].xml");
    }

    @Override
    public List<Workbook.SheetEntry> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    Sheet open(Workbook.SheetEntry chosen) {
        XlsxCell.Styles styles = XlsxCell.Styles.NONE;
        SharedStrings strings = new SharedStrings(file);
        Relation styling = ofType("styles");
        Relation texts = ofType("sharedStrings");
        if (styling != null) {
            try (Xml xml = kept(styling.target())) {
                styles = XlsxCell.Styles.read(xml);
            }
        }
        if (texts != null) {
            try (Xml xml = xml(texts.target())) {
                strings = SharedStrings.read(xml, file);
            }
        }
        return new XlsxSheet(chosen.number(), file, xml(chosen.part()), new XlsxCell(styles, strings, from1904));
    }

    private String mainPart() {
        try (Xml xml = kept("_rels/.rels")) {
            while (xml.next()) {
                if (xml.starts("Relationship") && Relation.isOfType(xml.attribute("Type"), "officeDocument")) {
                    String main = resolved("", xml.attribute("Target"));
                    if (!main.endsWith(".xml") || !main.startsWith("xl/")) {
                        throw zip.refusal(
                                "n'est pas un classeur .xlsx : ouvrez-le et enregistrez-le au format .xlsx ou .csv");
                    }
                    return main;
                }
            }
        }
        throw Zip.damage(file, null);
    }

    private void readRelations(String main) {
        int slash = main.lastIndexOf('/') + 1;
        try (Xml xml = kept(main.substring(0, slash) + "_rels/" + main.substring(slash) + ".rels")) {
            while (xml.next()) {
                String id = xml.starts("Relationship") ? xml.attribute("Id") : null;
                if (id != null && !"External".equals(xml.attribute("TargetMode"))) {
                    relations.put(
                            id,
                            new Relation(
                                    Objects.requireNonNullElse(xml.attribute("Type"), ""),
                                    resolved(main, xml.attribute("Target"))));
                }
            }
        }
    }

    private void readWorkbook(String main) {
        try (Xml xml = kept(main)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = "oui".equals(Moments.yesNo(xml.attribute("date1904")));
                } else if (xml.starts("sheet")) {
                    addSheet(xml);
                }
            }
        }
    }

    private void addSheet(Xml xml) {
        Relation relation = relations.get(Objects.requireNonNullElse(xml.anyAttribute("id"), ""));
        if (relation != null && Relation.isOfType(relation.type(), "worksheet")) {
            String state = xml.attribute("state");
            sheets.add(new Workbook.SheetEntry(
                    sheets.size() + 1,
                    Objects.requireNonNullElse(xml.attribute("name"), ""),
                    state == null || state.equals("visible"),
                    relation.target()));
        }
    }

    private @Nullable Relation ofType(String type) {
        return relations.values().stream()
                .filter(relation -> Relation.isOfType(relation.type(), type))
                .findFirst()
                .orElse(null);
    }

    private String resolved(String from, @Nullable String target) {
        try {
            String path = URI.create("/" + from)
                    .resolve(Objects.requireNonNullElse(target, ""))
                    .getPath();
            return path.substring(1);
        } catch (IllegalArgumentException notAPath) {
            throw Zip.damage(file, notAPath);
        }
    }

    private Xml kept(String part) {
        if (zip.size(part) > MAX_KEPT) {
            throw new UnusableFile(
                    "Le classeur « %s » a trop de styles, de feuilles ou de liens pour être lu : copiez la feuille à importer dans un nouveau classeur, ou enregistrez-la en .csv."
                            .formatted(file));
        }
        return xml(part);
    }

    private Xml xml(String part) {
        return new Xml(zip.open(part), file);
    }

    /** Where a relation leads; the older and the stricter form of the format name its type by different addresses. */
    private record Relation(String type, String target) {
        static boolean isOfType(@Nullable String address, String type) {
            return address != null && address.endsWith("/" + type);
        }
    }

    private static final class XlsxSheet extends Sheet {
        private static final Elements ELEMENTS =
                new Elements("sheetData", Set.of("worksheet", "sheetData"), "row", Set.of("c"));

        private final XlsxCell cell;
        private long line;

        /** @param xml at the beginning of the sheet's part */
        XlsxSheet(int number, String file, Xml xml, XlsxCell cell) {
            super(number, file, xml, ELEMENTS);
            this.cell = cell;
        }

        @Override
        long line() {
            line = number(xml.attribute("r"));
            return line;
        }

        @Override
        int read(int place) {
            int at = place(xml.attribute("r"), place);
            cell.read(xml, cells, at);
            return at + 1;
        }

        private long number(@Nullable String written) {
            long number = written == null ? line + 1 : written.matches("\\d{1,7}") ? Long.parseLong(written) : 0;
            if (number <= line) {
                throw Zip.damage(file, null);
            }
            if (number > Sheet.RowCells.MAX_ROWS) {
                throw Workbook.tooManyCells(file);
            }
            return number;
        }

        /** The letters of a reference as a place from 0: cells come from left to right, each once. */
        private int place(@Nullable String reference, int next) {
            int place = reference == null ? next : letters(reference) - 1;
            if (place >= Sheet.RowCells.MAX_CELLS) {
                throw Workbook.tooManyCells(file);
            }
            if (place < next) {
                throw Zip.damage(file, null);
            }
            return place;
        }

        private static int letters(String reference) {
            int number = 0;
            for (int i = 0; i < reference.length() && number <= Sheet.RowCells.MAX_CELLS; i++) {
                char c = reference.charAt(i);
                if (c < 'A' || c > 'Z') {
                    break;
                }
                number = number * 26 + c - 'A' + 1;
            }
            return number;
        }
    }
}
