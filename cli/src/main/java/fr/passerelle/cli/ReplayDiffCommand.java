package fr.passerelle.cli;

import fr.passerelle.cli.export.CsvFile;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.published.difference.Diff;
import fr.passerelle.published.difference.Diffs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a replay would change. */
@Command(
        name = "diff",
        description =
                "Ce qu'un rejeu terminé changerait : qui, de quoi à quoi, quelle règle ou quel indicateur, et combien"
                        + " d'euros, année par année.")
final class ReplayDiffCommand extends ApplicationCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "REJEU",
            converter = ReplayNumber.class,
            description = "Son numéro, comme R-000001 ; sinon, le dernier qui n'est pas écarté.")
    private @Nullable Long replay;

    @Option(
            names = "--csv",
            paramLabel = "FICHIER",
            description = "Écrit un CSV pour un tableur : une ligne par valeur qui change.")
    private @Nullable Path csv;

    @Option(
            names = "--html",
            paramLabel = "FICHIER",
            description = "Écrit une page autonome, lisible et imprimable par un élu.")
    private @Nullable Path html;

    @Option(names = "--force", description = "Remplace les fichiers s'ils existent.")
    private boolean force;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        Stream.of(csv, html).filter(Objects::nonNull).forEach(file -> OutputFile.requireFree(file, force));
        Diff diff = context.read(Diffs.class).of(ReplayShowCommand.number(context, replay));
        if (csv != null || html != null) {
            exported("rejeu " + diff.replay().id());
        }
        if (csv != null) {
            CsvFile.write(
                    csv,
                    force,
                    DiffRows.HEADER,
                    lines -> new DiffRows(diff).rows().forEach(lines));
            written(csv);
        }
        if (html != null) {
            byte[] page = DiffDocument.of(diff).asHtml().getBytes(StandardCharsets.UTF_8);
            OutputFile.write(html, force, out -> out.write(page));
            written(html);
        }
        show(diff);
        return OutcomePrinter.DONE;
    }

    private void show(Diff diff) {
        if (json) {
            printJson(DiffJson.of(diff));
        } else if (csv == null && html == null) {
            DocumentText.lines(DiffDocument.of(diff)).forEach(out()::println);
        }
    }

    private void written(Path file) {
        if (!json) {
            out().println("Écrit : " + file);
        }
    }
}
