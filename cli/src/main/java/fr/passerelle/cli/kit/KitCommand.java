package fr.passerelle.cli.kit;

import fr.passerelle.cli.command.Arguments.RunOption;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.dataset.Extraction;
import fr.passerelle.dataset.Provenance;
import fr.passerelle.journal.JournalRow.JournalRecords;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.rules.frequentation.LogFold;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A folder from which somebody else finds the hash of a run again. */
@Command(
        name = "kit",
        description = "Un dossier pour qu'un tiers retrouve, sans serveur, l'empreinte qu'une exécution a publiée.",
        subcommands = {KitCommand.KitWriteCommand.class, KitCommand.KitRunCommand.class})
public final class KitCommand {

    @Command(name = "write", description = "Écrit le kit d'une exécution publiée.")
    static final class KitWriteCommand extends OperatorCommand {

        @Parameters(paramLabel = "DOSSIER", description = "Où l'écrire ; il est fait s'il n'existe pas.")
        private Path folder;

        @Mixin
        private final RunOption run = new RunOption();

        @Option(names = "--force", description = "Remplace les fichiers qui existent.")
        private boolean force;

        @Override
        public Integer call() {
            Provenance provenance = context.read(Extraction.class).provenance("kit", run.number(), false);
            exported(provenance.dataset() + " " + provenance.run().id());
            JdbcClient jdbc = context.read(JdbcClient.class);
            JournalRecords journal = new JournalRecords(jdbc, RegisteredSchemas.reader(jdbc));
            new RecomputeKit(folder)
                    .write(
                            provenance,
                            force,
                            each -> journal.between(0, provenance.run().no(), LogFold.ALL, each));
            written(folder);
            out().println(provenance.warning());
            return DONE;
        }
    }

    /** Finds the hash of a kit again. Needs no server. */
    @Command(
            name = "run",
            description = "Refait le calcul d'un kit ; 1 si l'empreinte n'est pas celle qui a été publiée.")
    static final class KitRunCommand extends OperatorCommand {

        @Parameters(paramLabel = "DOSSIER", description = "Le kit.")
        private Path folder;

        @Override
        public Integer call() {
            RecomputeKit.Finding finding = new RecomputeKit(folder).recompute();
            out().println("Exécution " + finding.run());
            out().println("Publiée    " + finding.published());
            out().println("Recalculée " + finding.found());
            out().println(finding.agrees() ? "C'est la même." : "Ce n'est PAS la même.");
            return finding.agrees() ? DONE : FAILED;
        }
    }
}
