package fr.passerelle.batch.cli;

import fr.passerelle.batch.export.OutputFile;
import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.mapping.InvalidMapping;
import fr.passerelle.batch.source.mapping.Mapping;
import fr.passerelle.batch.source.person.SafeWords;
import fr.passerelle.batch.source.proposal.MappingProposal;
import fr.passerelle.batch.source.reject.UnusableFile;
import fr.passerelle.schemas.table.TableSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes a mapping for a file. Needs no server. */
@Command(name = "init", description = "Propose un mapping pour un fichier, à relire et à compléter.")
final class MappingInitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FICHIER", description = "Le fichier à lire.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            converter = TableName.class,
            description =
                    "Sa table : salles, frequentation, intercommunalites, sites ou territoires ; sinon, d'après ses"
                            + " colonnes.")
    private @Nullable TableSchema table;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MAPPING",
            description = "Où l'écrire ; sinon, sur la sortie.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Remplace le fichier s'il existe.")
    private boolean force;

    @Override
    public Integer call() {
        if (output != null) {
            OutputFile.requireFree(output, force);
        }
        InputFile.requireReadable(file);
        String name = SafeWords.show(String.valueOf(file.getFileName()));
        String text = MappingProposal.of(file, name, table);
        write(text);
        sayWhatIsLeft(text);
        return OutcomePrinter.DONE;
    }

    private void write(String text) {
        PrintWriter out = spec.commandLine().getOut();
        if (output == null) {
            out.print(text);
            out.flush();
            return;
        }
        try {
            Files.writeString(output, text);
        } catch (IOException failure) {
            throw new UnusableFile(
                    "Le fichier « %s » ne peut pas être écrit : vérifiez son dossier et la place qui reste."
                            .formatted(output),
                    failure);
        }
        out.println("Écrit : " + output);
    }

    private void sayWhatIsLeft(String text) {
        try {
            Mapping.parse(text, "proposition");
        } catch (InvalidMapping incomplete) {
            spec.commandLine().getErr().println("À compléter avant de s'en servir. " + incomplete.getMessage());
        }
    }
}
