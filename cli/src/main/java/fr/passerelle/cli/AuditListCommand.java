package fr.passerelle.cli;

import fr.passerelle.cli.export.CsvFile;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.published.audit.AuditColumns;
import fr.passerelle.published.audit.AuditEntry;
import fr.passerelle.published.audit.AuditSelection;
import fr.passerelle.published.audit.AuditTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lines of the audit: on the screen, or as a file. */
@Command(name = "list", description = "Les gestes, du plus récent au plus ancien ; les comptes n'y ont pas de nom.")
final class AuditListCommand extends ApplicationCommand {

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
        context.keepOutputForMachines();
        if (csv != null) {
            OutputFile.requireFree(csv, force);
        }
        AuditTable lines = context.read(AuditTable.class);
        AuditSelection selection = new AuditSelection(account, action, outcome, since, until);
        if (csv != null) {
            write(csv, lines, selection);
        } else if (json) {
            List<AuditEntry> all = new ArrayList<>();
            lines.each(selection, all::add);
            printJson(all);
        } else {
            show(lines, selection);
        }
        return OutcomePrinter.DONE;
    }

    private void write(Path file, AuditTable lines, AuditSelection selection) {
        exported("registre");
        CsvFile.write(
                file,
                force,
                AuditColumns.HEADER,
                out -> lines.each(selection, entry -> out.accept(AuditColumns.line(entry))));
        out().println("Écrit : " + file);
    }

    private void show(AuditTable lines, AuditSelection selection) {
        TextTable table = new TextTable(6, "Moment", "Compte", "Geste", "Sur", "Issue", "Motif");
        lines.page(selection, LINES, 0).forEach(entry -> row(table, entry));
        table.lines().forEach(out()::println);
        long more = lines.count(selection) - LINES;
        if (more > 0) {
            out().println("… et " + CommandFrench.number(more) + " autres : « ./passerelle audit list --csv FICHIER »");
        }
        out().println("Entrées refusées en trente jours à qui n'a pas de compte, ou après trop d'essais : "
                + CommandFrench.number(lines.refusals()) + ".");
    }

    private static void row(TextTable table, AuditEntry entry) {
        table.row(
                RunText.day(entry.doneAt().atOffset(ZoneOffset.UTC)),
                entry.accountId(),
                entry.action(),
                RejectsText.oneLine(entry.subject(), WIDE),
                entry.outcome(),
                entry.motive() == null ? "" : RejectsText.oneLine(entry.motive(), WIDE));
    }
}
