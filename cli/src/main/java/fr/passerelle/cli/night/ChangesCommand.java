package fr.passerelle.cli.night;

import fr.passerelle.cli.command.Arguments.RunNumber;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand.ObjectCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.place.PlaceTable.PlaceNames;
import fr.passerelle.published.result.ChangesOfRuns;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.ResumeChangements;
import fr.passerelle.schemas.event.TotauxExecution;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.french.DifferenceWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a run changed in the proposals, and why. */
@Command(
        name = "changes",
        description =
                "Ce qu'une exécution a changé aux propositions depuis celle d'avant : ajoutées, retirées, modifiées,"
                        + " et pourquoi.")
public final class ChangesCommand extends ObjectCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "Son numéro, comme N-000002 ; sinon, l'exécution courante.")
    private @Nullable Long run;

    /** For machines: the same fields and codes as the event that published it. */
    private static Map<String, @Nullable Object> json(Run run, ResumeChangements changes) {
        Map<String, @Nullable Object> fields = ReportText.head(run, run.state().name(), null);
        fields.put("changes", changes);
        return fields;
    }

    @Override
    public Integer call() {
        Run asked = asked(context.read(Runs.class));
        ResumeChangements changes = context.read(ChangesOfRuns.class).of(asked);
        return answer(() -> json(asked, changes), () -> new ChangesText(asked, changes, names(asked, changes)).lines());
    }

    /** What was retired is named as it was. */
    private PlaceNames names(Run asked, ResumeChangements changes) {
        PlaceTable places = context.read(PlaceTable.class);
        PlaceNames now = places.names(asked.no());
        return changes.getPreviousRunNo() == null ? now : now.over(places.names(changes.getPreviousRunNo()));
    }

    private Run asked(Runs runs) {
        Run found = run == null
                ? runs.currentRun()
                        .orElseThrow(() -> new RunRefused(
                                "Aucune exécution n'est encore publiée : lancez « ./passerelle nightly … »."))
                : runs.get(run);
        if (found.state() != Run.State.PUBLISHED) {
            throw new RunRefused("L'exécution " + found.id() + " n'est pas publiée : elle n'a rien changé.");
        }
        return found;
    }

    /** What is counted of all proposals, before and after: rows of cells. */
    public static List<List<String>> totals(@Nullable TotauxExecution before, TotauxExecution after) {
        String fragile = "intercommunalités dont la proposition ne tient pas sur toute la marge";
        return List.of(
                total("tiers lieux proposés", TotauxExecution::getTiersLieux, before, after),
                total("étapes de médiation nomade", TotauxExecution::getEtapes, before, after),
                total("salles à instruire", TotauxExecution::getAInstruire, before, after),
                total("salles aux données insuffisantes", TotauxExecution::getDonneesInsuffisantes, before, after),
                total(fragile, TotauxExecution::getFragiles, before, after));
    }

    private static List<String> total(
            String what,
            ToIntFunction<TotauxExecution> count,
            @Nullable TotauxExecution before,
            TotauxExecution after) {
        String was = before == null ? CommandFrench.NONE : CommandFrench.number(count.applyAsInt(before));
        return List.of(what, was, CommandFrench.number(count.applyAsInt(after)));
    }

    /** The changes of a run for people, in French. */
    record ChangesText(Run run, ResumeChangements changes, PlaceNames names) {

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add("Exécution " + run.id() + CommandFrench.reconstitution(run.demonstration()) + " : "
                    + sentence(changes));
            lines.add("");
            lines.addAll(new TextTable(totals()).lines());
            if (!changes.getChanges().isEmpty()) {
                lines.add("");
                lines.addAll(new TextTable(list()).lines());
            }
            return lines;
        }

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

        private Table<List<String>> totals() {
            TotauxExecution before = changes.getBefore();
            List<List<String>> rows = new ArrayList<>(ChangesCommand.totals(before, changes.getAfter()));
            rows.add(List.of(
                    "aide où les coûts sont connus",
                    CommandFrench.euros(before == null ? null : before.getAid()),
                    CommandFrench.euros(changes.getAfter().getAid())));
            return Table.<List<String>>layout()
                    .text("En tout", cells -> cells.get(0))
                    .figure("Avant", cells -> cells.get(1))
                    .figure("Maintenant", cells -> cells.get(2))
                    .of(rows);
        }

        private Table<Changement> list() {
            DifferenceWords words = new DifferenceWords(names::place);
            return Table.<Changement>layout()
                    .text(
                            "Objet",
                            it -> (it.getType().equals("PLAN") ? "plan" : names.room(it.getId())) + "\n"
                                    + names.epci(it.getEpci()))
                    .text("Changement", it -> DifferenceWords.nature(it.getNature()))
                    .text("Avant → maintenant", it -> known(words.values(it)))
                    .text("Pourquoi", it -> known(words.causes().reason(it)))
                    .of(changes.getChanges());
        }

        private static @Nullable String known(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }
    }
}
