package fr.passerelle.cli;

import fr.passerelle.published.reject.KeptCorrection;
import fr.passerelle.published.reject.Reject;
import fr.passerelle.published.reject.RejectGroup;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.Selection;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.table.TraceColumns;
import java.io.PrintWriter;
import java.util.List;

/** The rejects or the corrections of a run for people: how many of each kind and what to do, then the first lines. */
final class RejectsText {

    private static final int GROUPS = 20;
    private static final int LINES = 50;
    private static final int CELLS = 90;
    private static final int CELL = 40;

    private final RejectTable kept;
    private final PrintWriter out;

    RejectsText(RejectTable kept, PrintWriter out) {
        this.kept = kept;
        this.out = out;
    }

    void rejects(Run run, Selection of) {
        List<RejectGroup> groups = kept.rejectGroups(of);
        if (summary(run, "rejets", groups)) {
            TextTable table = new TextTable(6, "Source", "Ligne", "Colonne", "Motif", "La ligne");
            kept.eachReject(
                    of,
                    LINES,
                    reject -> table.row(
                            reject.source(),
                            place(reject.span(), reject.ordinal()),
                            reject.column() == null ? CommandFrench.NONE : reject.column(),
                            reject.reason(),
                            shown(reject)));
            end(table, groups, "./passerelle rejects " + run.id() + " --csv FICHIER");
            out.println("Pour les reprendre : corrigez ces lignes dans leur fichier, et redonnez-le à « ./passerelle"
                + " nightly » ; ou, pour la fréquentation, corrigez l'export et redonnez-le : « ./passerelle rejects"
                + " --resubmit FICHIER ».");
        }
    }

    void corrections(Run run, Selection of) {
        List<RejectGroup> groups = kept.correctionGroups(of);
        if (summary(run, "corrections", groups)) {
            TextTable table = new TextTable(6, "Source", "Ligne", "Colonne", "Code", "Avant", "Après");
            kept.eachCorrection(of, LINES, made -> row(table, made));
            end(table, groups, "./passerelle rejects " + run.id() + " --corrections --csv FICHIER");
        }
    }

    /** Answers whether there is anything. */
    private boolean summary(Run run, String what, List<RejectGroup> groups) {
        String reconstitution = run.demonstration() ? " (reconstitution)" : "";
        out.println(
                "Exécution " + run.id() + reconstitution + ", " + what + " : " + CommandFrench.number(total(groups)));
        groups.stream().limit(GROUPS).forEach(this::group);
        if (groups.size() > GROUPS) {
            out.println("  et " + CommandFrench.counted(groups.size() - GROUPS, "autre motif", "autres motifs"));
        }
        return !groups.isEmpty();
    }

    private void group(RejectGroup group) {
        String column = group.column() == null ? "" : ", colonne « " + group.column() + " »";
        out.println(
                "  " + CommandFrench.number(group.count()) + " × " + group.code() + " : " + group.source() + column);
        if (group.message() != null) {
            out.println("      " + group.message());
        }
    }

    private void end(TextTable table, List<RejectGroup> groups, String whole) {
        out.println();
        table.lines().forEach(out::println);
        if (total(groups) > LINES) {
            out.println("… et " + CommandFrench.number(total(groups) - LINES) + " autres : « " + whole + " »");
        }
        out.println();
    }

    private static void row(TextTable table, KeptCorrection made) {
        table.row(
                made.source(),
                place(made.line(), made.ordinal()),
                made.column(),
                made.code(),
                oneLine(made.before(), CELL),
                oneLine(made.after(), CELL));
    }

    /** Line, and its row where it gives several. */
    static String place(long line, int ordinal) {
        return place(Long.toString(line), ordinal);
    }

    /** Lines, and their row where they give several. */
    static String place(String span, int ordinal) {
        return ordinal == 0 ? span : span + " (" + (ordinal + 1) + ")";
    }

    private static String shown(Reject reject) {
        String offset = reject.cells().get(TraceColumns.OFFSET);
        if (offset != null) {
            return "(ses cellules ne se distinguent pas : %s caractères après les %s premiers)"
                    .formatted(reject.cells().get(TraceColumns.LENGTH), offset);
        }
        return reject.shown().isEmpty() ? "(ses cellules ne se distinguent pas)" : oneLine(reject.shown(), CELLS);
    }

    /** The text on one line of a terminal, and nothing in it that a terminal would obey. */
    static String oneLine(String text, int most) {
        String shown = text.replaceAll("\\p{Cntrl}+", " ");
        return shown.codePointCount(0, shown.length()) <= most
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static long total(List<RejectGroup> groups) {
        return groups.stream().mapToLong(RejectGroup::count).sum();
    }
}
