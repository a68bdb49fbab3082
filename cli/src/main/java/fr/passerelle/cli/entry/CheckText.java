package fr.passerelle.cli.entry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.passerelle.batch.attendance.Remarks.Oddity;
import fr.passerelle.batch.attendance.Remarks.Remark;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.cli.entry.DryRun.Cases;
import fr.passerelle.cli.entry.DryRun.ColumnSum;
import fr.passerelle.cli.entry.DryRun.CorrectedCell;
import fr.passerelle.cli.entry.DryRun.DryRunReport;
import fr.passerelle.cli.entry.DryRun.FileFacts;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.table.FileLines.LineSpan;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.table.RawTable;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A dry run for people. */
record CheckText(PrintWriter out, DryRunReport report, Mapping mapping) {

    private static final int CELL = 40;
    private static final int CELLS = 400;
    private static final int COMMONEST = 40;
    private static final int DECIMALS = 6;

    /** @param named whether the mapping takes a file of that name, {@code rooms} whether these were looked up in an inventory */
    void print(boolean named, boolean rooms) {
        head(named);
        counts(report.counts());
        sums();
        cases("Rejets", report.rejects(), this::reject);
        cases("Corrections", report.corrections(), this::correction);
        cases(
                "À regarder (ces lignes sont prises)",
                remarks(),
                found -> out.println(
                        "    ligne " + CommandFrench.place(found.line(), found.ordinal()) + numbers(found)));
        others();
        first();
        out.println();
        limits(report.file().table(), rooms).forEach(limit -> out.println("Non contrôlé : " + limit));
    }

    private void head(boolean named) {
        out.println("Fichier « " + report.file().name() + " » : " + traits(report.file()));
        String how = mapping.name().isEmpty() ? "sans mapping" : "mapping « " + mapping.name() + " »";
        out.println("Table « " + report.file().table() + " », " + how);
        if (!named) {
            out.println("Attention : « fichiers » de ce mapping ne prend pas un fichier de ce nom ; « ./passerelle"
                    + " nightly » ne le lui donnerait pas.");
        }
        mapping.recipe()
                .admissions()
                .forEach((column, reason) -> out.println("Colonne « " + column
                        + " » : elle semble dire qui est quelqu'un, et le mapping l'admet (" + reason + ")."));
    }

    private void counts(Counts counts) {
        out.println();
        Map<String, Long> lines = new LinkedHashMap<>();
        lines.put("lues", counts.read());
        lines.put("acceptées", counts.accepted());
        lines.put("rejetées", counts.rejected());
        lines.put("contrôles (totaux, en-têtes répétés)", counts.controls());
        if (counts.possibleDoubles() > 0) {
            lines.put("doubles possibles (séances égales)", counts.possibleDoubles());
        }
        lines.put("cellules corrigées des lignes acceptées", report.correctedCells());
        print(Table.<Map.Entry<String, Long>>layout()
                .text("Lignes", Map.Entry::getKey)
                .integer("Nombre", Map.Entry::getValue)
                .of(lines.entrySet()));
        out.println(CommandFrench.lines("Lignes du fichier", report.file().lines()));
    }

    private void sums() {
        if (report.sums().isEmpty()) {
            return;
        }
        out.println();
        print(Table.<ColumnSum>layout()
                .text("Sommes des lignes acceptées", ColumnSum::column)
                .figure("Somme", one -> FrenchNumbers.decimal(one.sum(), DECIMALS))
                .integer("Valeurs", ColumnSum::values)
                .integer("Vides", ColumnSum::empty)
                .of(report.sums()));
    }

    private <T> void cases(String title, List<Cases<T>> all, Consumer<T> each) {
        title(title, all);
        for (Cases<T> cases : all) {
            out.println("  " + CommandFrench.number(cases.count()) + " × " + cases.code());
            cases.first().forEach(each);
        }
    }

    private void reject(RejectedRow reject) {
        out.println((reject.lines() > 1 ? "    lignes " : "    ligne ")
                + CommandFrench.place(LineSpan.of(reject.line(), reject.lines()), reject.ordinal()) + column(reject)
                + " : " + reject.message());
        String cells = reject.cells().entrySet().stream()
                .filter(cell -> !cell.getValue().isEmpty())
                .map(cell -> cell.getKey() + "=" + cell.getValue())
                .collect(Collectors.joining(" ; "));
        if (!cells.isEmpty()) {
            out.println("      " + CommandFrench.oneLine(cells, CELLS));
        }
    }

    /** The column at fault, unless the sentence already begins by it. */
    private static String column(RejectedRow reject) {
        boolean said = reject.column() == null || reject.message().startsWith("Colonne");
        return said ? "" : ", colonne « " + reject.column() + " »";
    }

    private void others() {
        title(
                "Activités prises comme AUTRE : ces mots, montrés ici seulement, ne sont gardés nulle part",
                report.others());
        report.others().stream()
                .limit(COMMONEST)
                .forEach(other -> out.println("  " + CommandFrench.number(other.count()) + " × "
                        + CommandFrench.oneLine(other.words(), CELL)));
        if (report.others().size() > COMMONEST) {
            out.println("  … et " + CommandFrench.number(report.others().size() - COMMONEST) + " autres");
        }
        if (!report.others().isEmpty()) {
            out.println("  Celles qui ont un code se traduisent : colonnes.activite, « traduire ».");
        }
    }

    private void correction(CorrectedCell made) {
        out.println("    ligne " + CommandFrench.place(made.line(), made.ordinal()) + ", colonne « "
                + made.cell().column() + " » : « "
                + CommandFrench.oneLine(made.cell().before(), CELL) + " » devient « "
                + CommandFrench.oneLine(made.cell().after(), CELL) + " »");
    }

    private List<Cases<Remark>> remarks() {
        return report.remarks().stream()
                .map(found -> new Cases<>(found.code() + " : " + odd(found.code()), found.count(), found.first()))
                .toList();
    }

    private void title(String title, List<?> cases) {
        if (!cases.isEmpty()) {
            out.println();
            out.println(title);
        }
    }

    /** Rows stand side by side: a table has up to 24 columns, a terminal has not that much room. */
    private void first() {
        title("Premières lignes acceptées", report.first());
        if (report.first().isEmpty()) {
            return;
        }
        Table.Layout<String, String> lines = Table.<String>layout().text("Colonne", column -> column);
        report.first()
                .forEach(row -> lines.text(
                        "ligne " + CommandFrench.place(row.line(), row.ordinal()),
                        column -> CommandFrench.oneLine(row.cells().getOrDefault(column, ""), CELL)));
        print(lines.of(report.first().getFirst().cells().keySet().stream()
                .filter(column -> report.first().stream()
                        .anyMatch(row -> !row.cells().getOrDefault(column, "").isEmpty()))
                .toList()));
    }

    private void print(Table<?> table) {
        new TextTable(table).print(out);
    }

    private static String odd(Oddity code) {
        return switch (code) {
            case DOUBLE_POSSIBLE ->
                "une autre séance du fichier dit la même chose dans toutes les colonnes. Si c'est la même, ne gardez"
                        + " qu'une ligne ; sinon, donnez-leur un identifiant.";
            case SEANCES_CONTRAIRES ->
                "une autre séance du même jour, de la même salle et de la même activité compte autrement, ou dit la"
                        + " salle fermée. Si l'une corrige l'autre, ne gardez que la bonne ; sinon, donnez-leur un"
                        + " identifiant.";
            case CONTROLE_INEGAL ->
                "les lignes plus fines de sa période ne font pas ce qu'elle dit, et ce sont elles qui comptent. Voyez"
                        + " s'il en manque, ou si elle est fausse.";
            case TOTAL_POSSIBLE ->
                "sa salle s'appelle « total » ou « ensemble ». Si c'est une somme d'autres lignes, déclarez-la dans"
                        + " « totaux ».";
        };
    }

    /** The two numbers that should be one; nothing where there are none. */
    private static String numbers(Remark remark) {
        return remark.column() == null
                ? ""
                : ", colonne « " + remark.column() + " » : elle dit " + plain(remark.told())
                        + ", les lignes plus fines font " + plain(remark.found());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? CommandFrench.NONE : number.toPlainString().replace('.', ',');
    }

    private static String traits(FileFacts file) {
        RawTable.Traits traits = file.traits();
        return Stream.of(
                        traits.kind(),
                        traits.charset(),
                        said("séparateur ", sign(traits.separator())),
                        traits.quote() == null || traits.quote() == '"'
                                ? null
                                : said("guillemet ", sign(traits.quote())),
                        said("échappement ", sign(traits.escape())),
                        said("fins de ligne ", traits.lineEnd()),
                        traits.sheet() == null ? null : "feuille « " + traits.sheet() + " »",
                        file.headerLine() == 0 ? "sans en-tête" : "en-tête à la ligne " + file.headerLine())
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String said(String what, @Nullable String value) {
        return value == null ? null : what + value;
    }

    private static @Nullable String sign(@Nullable Character sign) {
        if (sign == null) {
            return null;
        }
        return sign == '\t' ? "tabulation" : "« " + sign + " »";
    }

    /** What a dry run does not look at, since it knows neither the database nor the other files. */
    private static List<String> limits(String table, boolean rooms) {
        List<String> limits = new ArrayList<>();
        if (table.equals("frequentation")) {
            if (!rooms) {
                limits.add("les salles inconnues de l'inventaire (donnez-le par --rooms).");
            }
            limits.add("ce que disent les autres fichiers, déjà importés ou donnés avec celui-ci : périodes dites deux"
                    + " fois, chevauchements, contrôles, identifiants d'une autre salle, lignes connues sous une"
                    + " autre identité, mois trop gros à eux tous.");
        }
        if (table.equals("salles") || table.equals("sites")) {
            limits.add("la part de ce qui est connu que ce fichier retirerait.");
        }
        limits.add("ce qui est déjà connu : une ligne inchangée compte ici comme acceptée.");
        return limits;
    }

    /** A dry run for machines; {@code rooms} says whether these were looked up in an inventory. */
    static Map<String, @Nullable Object> json(DryRunReport report, Mapping mapping, boolean rooms) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("file", report.file());
        fields.put("mapping", mapping.name().isEmpty() ? null : mapping.name());
        fields.put("counts", new Rows(report.counts(), report.correctedCells()));
        fields.put("sums", report.sums());
        fields.put("rejects", report.rejects());
        fields.put("corrections", report.corrections());
        fields.put("remarks", report.remarks());
        fields.put("first", report.first());
        fields.put("otherActivities", report.others());
        fields.put("admitted", mapping.recipe().admissions());
        fields.put("notChecked", limits(report.file().table(), rooms));
        return fields;
    }

    private record Rows(
            @JsonUnwrapped @JsonIgnoreProperties("unchanged")
            Counts counts,

            long correctedCells) {}
}
