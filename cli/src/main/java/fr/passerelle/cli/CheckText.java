package fr.passerelle.cli;

import fr.passerelle.batch.attendance.Remarks;
import fr.passerelle.batch.attendance.Remarks.Remark;
import fr.passerelle.cli.check.AcceptedRow;
import fr.passerelle.cli.check.Cases;
import fr.passerelle.cli.check.CorrectedCell;
import fr.passerelle.cli.check.DryRunReport;
import fr.passerelle.published.run.Counts;
import fr.passerelle.schemas.table.LineSpan;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.RejectedRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A dry run for people. */
final class CheckText {

    private static final int CELL = 40;
    private static final int CELLS = 400;
    private static final int COMMONEST = 40;

    private final PrintWriter out;
    private final DryRunReport report;
    private final Mapping mapping;

    CheckText(PrintWriter out, DryRunReport report, Mapping mapping) {
        this.out = out;
        this.report = report;
        this.mapping = mapping;
    }

    /**
     * @param named whether the mapping takes a file of that name
     * @param rooms whether rooms were looked up in an inventory
     */
    void print(boolean named, boolean rooms) {
        head(named);
        counts(report.counts());
        sums();
        rejects();
        corrections();
        remarks();
        others();
        first();
        out.println();
        CheckLimits.of(report.file().table(), rooms).forEach(limit -> out.println("Non contrôlé : " + limit));
    }

    private void head(boolean named) {
        out.println("Fichier « " + report.file().name() + " » : " + TraitsText.of(report.file()));
        String how = mapping.name().isEmpty() ? "sans mapping" : "mapping « " + mapping.name() + " »";
        out.println("Table « " + report.file().table() + " », " + how);
        if (!named) {
            out.println("Attention : « fichiers » de ce mapping ne prend pas un fichier de ce nom ; « ./passerelle"
                    + " nightly » ne le lui donnerait pas.");
        }
        mapping.admissions()
                .forEach((column, reason) -> out.println("Colonne « " + column
                        + " » : elle semble dire qui est quelqu'un, et le mapping l'admet (" + reason + ")."));
    }

    private void counts(Counts counts) {
        out.println();
        TextTable table = new TextTable(1, "Lignes", "Nombre");
        table.row("lues", CommandFrench.number(counts.read()));
        table.row("acceptées", CommandFrench.number(counts.accepted()));
        table.row("rejetées", CommandFrench.number(counts.rejected()));
        table.row("contrôles (totaux, en-têtes répétés)", CommandFrench.number(counts.controls()));
        if (counts.possibleDoubles() > 0) {
            table.row("doubles possibles (séances égales)", CommandFrench.number(counts.possibleDoubles()));
        }
        table.row("cellules corrigées des lignes acceptées", CommandFrench.number(report.correctedCells()));
        table.lines().forEach(out::println);
        out.println(LinesText.ofFile(report.file().lines()));
    }

    private void sums() {
        if (report.sums().isEmpty()) {
            return;
        }
        out.println();
        TextTable table = new TextTable(1, "Sommes des lignes acceptées", "Somme", "Valeurs", "Vides");
        report.sums()
                .forEach(one -> table.row(
                        one.column(),
                        CommandFrench.number(one.sum()),
                        CommandFrench.number(one.values()),
                        CommandFrench.number(one.empty())));
        table.lines().forEach(out::println);
    }

    private void rejects() {
        title("Rejets", report.rejects());
        for (Cases<RejectedRow> cases : report.rejects()) {
            out.println("  " + CommandFrench.number(cases.count()) + " × " + cases.code());
            cases.first().forEach(this::reject);
        }
    }

    private void reject(RejectedRow reject) {
        out.println((reject.lines() > 1 ? "    lignes " : "    ligne ")
                + RejectsText.place(LineSpan.of(reject.line(), reject.lines()), reject.ordinal()) + column(reject)
                + " : " + reject.message());
        String cells = filled(reject.cells())
                .map(cell -> cell.getKey() + "=" + cell.getValue())
                .collect(Collectors.joining(" ; "));
        if (!cells.isEmpty()) {
            out.println("      " + RejectsText.oneLine(cells, CELLS));
        }
    }

    /** The column at fault, unless the sentence already begins by it. */
    private static String column(RejectedRow reject) {
        boolean said = reject.column() == null || reject.message().startsWith("Colonne");
        return said ? "" : ", colonne « " + reject.column() + " »";
    }

    private void corrections() {
        title("Corrections", report.corrections());
        for (Cases<CorrectedCell> cases : report.corrections()) {
            out.println("  " + CommandFrench.number(cases.count()) + " × " + cases.code());
            cases.first().forEach(this::correction);
        }
    }

    private void others() {
        title(
                "Activités prises comme AUTRE : ces mots, montrés ici seulement, ne sont gardés nulle part",
                report.others());
        report.others().stream()
                .limit(COMMONEST)
                .forEach(other -> out.println(
                        "  " + CommandFrench.number(other.count()) + " × " + RejectsText.oneLine(other.words(), CELL)));
        if (report.others().size() > COMMONEST) {
            out.println("  … et " + CommandFrench.number(report.others().size() - COMMONEST) + " autres");
        }
        if (!report.others().isEmpty()) {
            out.println("  Celles qui ont un code se traduisent : colonnes.activite, « traduire ».");
        }
    }

    private void correction(CorrectedCell made) {
        out.println("    ligne " + RejectsText.place(made.line(), made.ordinal()) + ", colonne « "
                + made.cell().column() + " » : « "
                + RejectsText.oneLine(made.cell().before(), CELL) + " » devient « "
                + RejectsText.oneLine(made.cell().after(), CELL) + " »");
    }

    private void remarks() {
        title("À regarder (ces lignes sont prises)", report.remarks());
        for (Remarks remarks : report.remarks()) {
            out.println("  " + CommandFrench.number(remarks.count()) + " × " + remarks.code() + " : "
                    + RemarkText.of(remarks.code()));
            remarks.first().forEach(this::remark);
        }
    }

    private void remark(Remark remark) {
        out.println("    ligne " + RejectsText.place(remark.line(), remark.ordinal()) + RemarkText.numbers(remark));
    }

    private void title(String title, List<?> cases) {
        if (!cases.isEmpty()) {
            out.println();
            out.println(title);
        }
    }

    /** Rows stand side by side: a table has up to 24 columns, a terminal has not that much room. */
    private void first() {
        if (report.first().isEmpty()) {
            return;
        }
        out.println();
        out.println("Premières lignes acceptées");
        TextTable table = new TextTable(titles().length, titles());
        report.first().getFirst().cells().keySet().stream()
                .filter(column -> report.first().stream()
                        .anyMatch(row -> !row.cells().getOrDefault(column, "").isEmpty()))
                .forEach(column -> table.row(cells(column)));
        table.lines().forEach(out::println);
    }

    private String[] titles() {
        Stream<String> lines =
                report.first().stream().map(row -> "ligne " + RejectsText.place(row.line(), row.ordinal()));
        return Stream.concat(Stream.of("Colonne"), lines).toArray(String[]::new);
    }

    private String[] cells(String column) {
        Stream<String> cells = report.first().stream()
                .map(AcceptedRow::cells)
                .map(row -> RejectsText.oneLine(row.getOrDefault(column, ""), CELL));
        return Stream.concat(Stream.of(column), cells).toArray(String[]::new);
    }

    private static Stream<Map.Entry<String, String>> filled(Map<String, String> cells) {
        return cells.entrySet().stream().filter(cell -> !cell.getValue().isEmpty());
    }
}
