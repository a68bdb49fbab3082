package fr.passerelle.cli;

import fr.passerelle.cli.dataset.Extraction;
import fr.passerelle.cli.dataset.Provenance;
import fr.passerelle.cli.kit.RecomputeKit;
import fr.passerelle.journal.JournalRecords;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.rules.frequentation.LogFold;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the kit of a run. */
@Command(name = "write", description = "Écrit le kit d'une exécution publiée.")
final class KitWriteCommand extends ApplicationCommand {

    @Parameters(paramLabel = "DOSSIER", description = "Où l'écrire ; il est fait s'il n'existe pas.")
    private Path folder;

    @Option(
            names = "--run",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "L'exécution publiée, comme N-000001 ; sinon, celle qui vaut.")
    private @Nullable Long run;

    @Option(names = "--force", description = "Remplace les fichiers qui existent.")
    private boolean force;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        Provenance provenance = context.read(Extraction.class).provenance("kit", run, false);
        exported(provenance.dataset() + " " + provenance.run().id());
        write(provenance);
        out().println("Écrit : " + folder);
        out().println(provenance.warning());
        return OutcomePrinter.DONE;
    }

    private void write(Provenance provenance) {
        JdbcClient jdbc = context.read(JdbcClient.class);
        JournalRecords journal = new JournalRecords(jdbc, RegisteredSchemas.reader(jdbc));
        new RecomputeKit(folder)
                .write(
                        provenance,
                        force,
                        each -> journal.between(0, provenance.run().no(), LogFold.ALL, each));
    }
}
