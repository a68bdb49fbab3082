package fr.passerelle.cli;

import fr.passerelle.published.place.PlaceNames;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.ResumeChangements;
import fr.passerelle.schemas.event.TotauxExecution;
import fr.passerelle.sheets.french.DifferenceWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The changes of a run for people, in French. */
record ChangesText(Run run, ResumeChangements changes, PlaceNames names) {

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
                        CommandFrench.counted(changes.getAdded(), "proposition ajoutée", "propositions ajoutées"),
                        CommandFrench.counted(changes.getRemoved(), "retirée", "retirées"),
                        CommandFrench.counted(changes.getModified(), "modifiée", "modifiées"),
                        CommandFrench.number(changes.getSame()));
        Long previous = changes.getPreviousRunNo();
        return previous == null
                ? "première publication, " + counts + "."
                : "depuis " + Run.idOf(previous) + ", " + counts + ".";
    }

    private TextTable totals() {
        TextTable table = new TextTable(1, "En tout", "Avant", "Maintenant");
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
                before == null ? CommandFrench.NONE : CommandFrench.euros(before.getAid()),
                CommandFrench.euros(changes.getAfter().getAid()));
        return table;
    }

    private void total(TextTable table, String name, Function<TotauxExecution, Integer> count) {
        TotauxExecution before = changes.getBefore();
        table.row(
                name,
                before == null ? CommandFrench.NONE : CommandFrench.number(count.apply(before)),
                CommandFrench.number(count.apply(changes.getAfter())));
    }

    private TextTable list() {
        TextTable table = new TextTable(4, "Objet", "Changement", "Avant → maintenant", "Pourquoi");
        changes.getChanges().forEach(change -> table.row(cells(change)));
        return table;
    }

    private String[] cells(Changement change) {
        return new String[] {
            (change.getType().equals("PLAN") ? "plan" : names.room(change.getId())) + "\n"
                    + names.epci(change.getEpci()),
            DifferenceWords.nature(change.getNature()),
            orNone(new DifferenceWords(names::place).values(change)),
            orNone(new DifferenceWords(names::place).reason(change))
        };
    }

    private static String orNone(@Nullable String text) {
        return text == null || text.isEmpty() ? CommandFrench.NONE : text;
    }
}
