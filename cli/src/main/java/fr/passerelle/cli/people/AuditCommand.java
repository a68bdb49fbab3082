package fr.passerelle.cli.people;

import fr.passerelle.cli.command.Arguments.Day;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.cli.export.CsvFile;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.AuditTable;
import fr.passerelle.published.audit.AuditTable.AuditEntry;
import fr.passerelle.published.audit.AuditTable.AuditSelection;
import fr.passerelle.published.run.Run;
import fr.passerelle.sheets.form.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The audit: read, taken away, and erased of what is too old. */
@Command(
        name = "audit",
        description = "Le registre des gestes : qui a fait quoi, quand et pourquoi, par identifiant de compte.",
        subcommands = {AuditCommand.AuditListCommand.class, AuditCommand.AuditEraseCommand.class})
public final class AuditCommand {

    /** Lines of the audit: on the screen, or as a file. */
    @Command(name = "list", description = "Les gestes, du plus récent au plus ancien ; les comptes n'y ont pas de nom.")
    static final class AuditListCommand extends OperatorCommand {

        private static final int LINES = 50;
        private static final int WIDE = 60;

        @Option(names = "--account", paramLabel = "COMPTE", description = "Seulement ceux de ce compte, comme c-12.")
        private @Nullable String account;

        @Option(names = "--action", paramLabel = "GESTE", description = "Seulement ce geste, comme LOGIN ou EXPORTED.")
        private @Nullable String action;

        @Option(
                names = "--outcome",
                paramLabel = "ISSUE",
                description = "Seulement cette issue : STARTED, DONE, REFUSED ou FAILED.")
        private @Nullable String outcome;

        @Option(names = "--since", paramLabel = "AAAA-MM-JJ", converter = Day.class, description = "Depuis ce jour.")
        private @Nullable LocalDate since;

        @Option(names = "--until", paramLabel = "AAAA-MM-JJ", converter = Day.class, description = "Jusqu'à ce jour.")
        private @Nullable LocalDate until;

        @Option(names = "--csv", paramLabel = "FICHIER", description = "Les écrit tous en CSV.")
        private @Nullable Path csv;

        @Option(names = "--force", description = "Remplace le fichier s'il existe.")
        private boolean force;

        @Option(names = "--json", description = "Un tableau JSON, avec tous les gestes.")
        private boolean json;

        @Override
        public Integer call() {
            OutputFile.requireFree(csv, force);
            AuditTable lines = context.read(AuditTable.class);
            AuditSelection selection = new AuditSelection(account, action, outcome, since, until);
            if (csv != null) {
                exported("registre");
                CsvFile.write(AuditTable.table(lines, selection), csv, force);
                written(csv);
            } else if (json) {
                List<AuditEntry> all = new ArrayList<>();
                lines.each(selection, all::add);
                printJson(all);
            } else {
                show(lines, selection);
            }
            return DONE;
        }

        private void show(AuditTable lines, AuditSelection selection) {
            new TextTable(Table.<AuditEntry>layout()
                            .text(
                                    "Moment",
                                    it -> CommandFrench.moment(it.doneAt().atOffset(ZoneOffset.UTC)))
                            .text("Compte", AuditEntry::accountId)
                            .text("Geste", AuditEntry::action)
                            .text("Sur", it -> CommandFrench.oneLine(it.subject(), WIDE))
                            .text("Issue", AuditEntry::outcome)
                            .text("Motif", it -> it.motive() == null ? "" : CommandFrench.oneLine(it.motive(), WIDE))
                            .of(lines.page(selection, LINES, 0)))
                    .print(out());
            long more = lines.count(selection) - LINES;
            if (more > 0) {
                out().println("… et " + CommandFrench.number(more)
                        + " autres : « ./passerelle audit list --csv FICHIER »");
            }
            out().println("Entrées refusées en trente jours à qui n'a pas de compte, ou après trop d'essais : "
                    + CommandFrench.number(lines.refusals()) + ".");
        }
    }

    @Command(
            name = "erase",
            description =
                    "Efface du registre ce qui a plus d'un an ; une ligne dit jusqu'où, et « verify » repart d'elle.")
    static final class AuditEraseCommand extends OperatorCommand {

        @Option(
                names = "--before",
                required = true,
                paramLabel = "AAAA-MM-JJ",
                converter = Day.class,
                description = "Le premier jour qui reste : il y a un an au plus tard.")
        private LocalDate before;

        @Override
        public Integer call() {
            Clock clock = context.part(Clock.class);
            if (before.isAfter(LocalDate.now(clock.withZone(Run.FRANCE)).minusYears(1))) {
                throw wrongUse("« --before » : le registre des gestes se garde un an ; donnez un jour d'il y a un an ou"
                        + " plus.");
            }
            long erased = context.partOnDatabase(Audit.class).eraseBefore(before);
            out().println("Effacé : " + CommandFrench.counted(erased, "ligne", "lignes") + ".");
            return DONE;
        }
    }
}
