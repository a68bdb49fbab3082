package fr.passerelle.cli;

import fr.passerelle.cli.export.CsvFile;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.published.result.Reminder;
import fr.passerelle.published.result.Reminders;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.text.Formulas;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The months that were not returned, by EPCI. */
@Command(
        name = "relances",
        description = "Les mois de fréquentation non retournés : une lettre par intercommunalité, prête à envoyer.")
final class RelancesCommand extends ApplicationCommand {

    private static final List<String> HEADER =
            List.of("epci_siren", "epci_nom", "id_salle", "nom_salle", "mois", "donnees");

    @Option(names = "--csv", paramLabel = "FICHIER", description = "Écrit un CSV : une ligne par salle et par mois.")
    private @Nullable Path csv;

    @Option(names = "--force", description = "Remplace le fichier s'il existe.")
    private boolean force;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        if (csv != null) {
            OutputFile.requireFree(csv, force);
        }
        Reminders reminders = context.read(Reminders.class);
        Run run = reminders.current();
        tell(run, reminders.of(run));
        return OutcomePrinter.DONE;
    }

    private void tell(Run run, List<Reminder> reminders) {
        if (csv != null) {
            CsvFile.write(csv, force, HEADER, lines -> lines(run, reminders, lines));
        }
        if (json) {
            printJson(json(run, reminders));
        } else if (csv != null) {
            out().println("Écrit : " + csv);
        } else {
            new ReminderText(run, out()).print(reminders);
        }
    }

    private static ReminderJson json(Run run, List<Reminder> reminders) {
        return new ReminderJson(
                run.id(), run.demonstration(), Objects.requireNonNull(run.asOf()), ReminderJson.epcis(reminders));
    }

    private static void lines(Run run, List<Reminder> reminders, Consumer<List<String>> lines) {
        String data = run.demonstration() ? "reconstitution" : "";
        for (Reminder reminder : reminders) {
            for (Reminder.MissingRoom room : reminder.rooms()) {
                room.months()
                        .forEach(month -> lines.accept(Stream.of(
                                        reminder.epci(),
                                        reminder.name(),
                                        room.id(),
                                        room.name(),
                                        month.toString(),
                                        data)
                                .map(Formulas::guarded)
                                .toList()));
            }
        }
    }
}
