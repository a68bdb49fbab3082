package fr.passerelle.cli;

import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.ResumeChangements;
import fr.passerelle.schemas.event.TotauxExecution;
import fr.passerelle.texts.DifferenceWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The changes of a run for people, in French. */
record ChangesText(Run run, ResumeChangements changes) {

    /** Totals before and now, then each change with its cause. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Exécution " + run.id() + (run.demonstration() ? " (reconstitution)" : "") + " : " + sentence(changes));
        lines.add("");
        lines.addAll(totals().lines());
        if (!changes.getChanges().isEmpty()) {
            lines.add("");
            lines.addAll(list().lines());
        }
        return lines;
    }

    /** In one sentence. */
    static String sentence(ResumeChangements changes) {
        String counts = "%s, %s, %s, %s sans changement de conclusion"
                .formatted(
                        French.counted(changes.getAdded(), "proposition ajoutée", "propositions ajoutées"),
                        French.counted(changes.getRemoved(), "retirée", "retirées"),
                        French.counted(changes.getModified(), "modifiée", "modifiées"),
                        French.number(changes.getSame()));
        Long previous = changes.getPreviousRunNo();
        return previous == null
                ? "première publication, " + counts + "."
                : "depuis " + Run.idOf(previous) + ", " + counts + ".";
    }

    private Table totals() {
        Table table = new Table(1, "En tout", "Avant", "Maintenant");
        total(table, "tiers lieux proposés", TotauxExecution::getTiersLieux);
        total(table, "étapes de médiation nomade", TotauxExecution::getEtapes);
        total(table, "salles à instruire", TotauxExecution::getAInstruire);
        total(table, "salles aux données insuffisantes", TotauxExecution::getDonneesInsuffisantes);
        total(
                table,
                "intercommunalités dont la proposition ne tient pas sur toute la marge",
                TotauxExecution::getFragiles);
        TotauxExecution before = changes.getBefore();
        table.row(
                "aide où les coûts sont connus",
                before == null ? French.NONE : French.euros(before.getAid()),
                French.euros(changes.getAfter().getAid()));
        return table;
    }

    private void total(Table table, String name, Function<TotauxExecution, Integer> count) {
        TotauxExecution before = changes.getBefore();
        table.row(
                name,
                before == null ? French.NONE : French.number(count.apply(before)),
                French.number(count.apply(changes.getAfter())));
    }

    private Table list() {
        Table table = new Table(5, "Objet", "Intercommunalité", "Changement", "Avant → maintenant", "Pourquoi");
        changes.getChanges().forEach(change -> table.row(cells(change)));
        return table;
    }

    private static String[] cells(Changement change) {
        return new String[] {
            change.getType().equals("PLAN") ? "plan" : change.getId(),
            change.getEpci(),
            DifferenceWords.nature(change.getNature()),
            orNone(DifferenceWords.PLAIN.values(change)),
            orNone(DifferenceWords.PLAIN.causes(change))
        };
    }

    private static String orNone(@Nullable String text) {
        return text == null || text.isEmpty() ? French.NONE : text;
    }
}
