package fr.passerelle.cli.people;

import fr.passerelle.batch.report.Reminders;
import fr.passerelle.batch.report.Reminders.Reminder;
import fr.passerelle.cli.command.OperatorCommand.ObjectCommand;
import fr.passerelle.cli.export.CsvFile;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.published.run.Run;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.french.Months;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The months that were not returned, by EPCI. */
@Command(
        name = "relances",
        description = "Les mois de fréquentation non retournés : une lettre par intercommunalité, prête à envoyer.")
public final class RelancesCommand extends ObjectCommand {

    private static final String RULE = "-".repeat(72);

    @Option(names = "--csv", paramLabel = "FICHIER", description = "Écrit un CSV : une ligne par salle et par mois.")
    private @Nullable Path csv;

    @Option(names = "--force", description = "Remplace le fichier s'il existe.")
    private boolean force;

    @Override
    public Integer call() {
        OutputFile.requireFree(csv, force);
        Reminders reminders = context.read(Reminders.class);
        Run run = reminders.current();
        tell(run, reminders.of(run));
        return DONE;
    }

    private void tell(Run run, List<Reminder> reminders) {
        if (csv != null) {
            CsvFile.write(table(run, reminders), csv, force);
        }
        if (machine()) {
            printJson(new Missing(run.id(), run.demonstration(), Objects.requireNonNull(run.asOf()), reminders));
        } else if (csv != null) {
            written(csv);
        } else if (reminders.isEmpty()) {
            out().println("Aucun mois ne manque : rien à relancer (exécution " + run.id() + ").");
        } else {
            reminders.forEach(reminder -> letter(run, reminder));
        }
    }

    /** For machines: months as YYYY-MM. */
    private record Missing(String run, boolean demonstration, String asOf, List<Reminder> epcis) {}

    private static Table<RelanceMonth> table(Run run, List<Reminder> reminders) {
        return Table.<RelanceMonth>layout()
                .from(RelanceMonth::reminder)
                .text("epci_siren", Reminder::epci)
                .text("epci_nom", Reminder::name)
                .from(RelanceMonth::room)
                .text("id_salle", Reminder.MissingRoom::id)
                .text("nom_salle", Reminder.MissingRoom::name)
                .from(line -> line)
                .text("mois", RelanceMonth::month)
                .text("donnees", line -> run.demonstration() ? "reconstitution" : "")
                .of(reminders.stream()
                        .flatMap(reminder -> reminder.rooms().stream()
                                .flatMap(room ->
                                        room.months().stream().map(month -> new RelanceMonth(reminder, room, month))))
                        .toList());
    }

    private record RelanceMonth(Reminder reminder, Reminder.MissingRoom room, YearMonth month) {}

    private void letter(Run run, Reminder reminder) {
        out().println(RULE);
        out().println("À : " + reminder.name()
                + (reminder.name().equals(reminder.epci()) ? "" : " (SIREN " + reminder.epci() + ")"));
        out().println("Objet : relevés de fréquentation à nous retourner");
        if (run.demonstration()) {
            out().println("RECONSTITUTION : exercice sur des données reconstituées, à n'envoyer à personne.");
        }
        Stream.of("", "Bonjour,", "").forEach(out()::println);
        out().println("Pour connaître la fréquentation de vos salles informatiques "
                + Months.atTheEndOf(YearMonth.parse(Objects.requireNonNull(run.asOf())))
                + ", il nous manque les relevés suivants :");
        out().println();
        reminder.rooms()
                .forEach(room ->
                        out().println("  - " + room.name() + " (" + room.id() + ") : " + Months.ranges(room.months())));
        out().println();
        out().println("Merci de nous les retourner. Si une salle était fermée un de ces mois, dites-le : un mois"
                + " fermé ne compte pas comme un mois sans visiteur.");
        out().println();
        out().println("Cordialement,");
        out().println();
    }
}
