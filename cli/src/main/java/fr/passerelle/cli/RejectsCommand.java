package fr.passerelle.cli;

import fr.passerelle.batch.nightly.LiveRuns;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.cli.export.RejectExport;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.Selection;
import fr.passerelle.published.result.Reports;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.fault.RunRefused;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The rejects and corrections of a run: on the screen, or as files to correct. */
@Command(
        name = "rejects",
        description =
                "Les lignes refusées d'une exécution, et les cellules corrigées en route : où, pourquoi, quoi faire.")
final class RejectsCommand extends ApplicationCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "Son numéro, comme N-000001 ; sinon, la dernière.")
    private @Nullable Long run;

    @Option(
            names = "--reason",
            paramLabel = "MOTIF",
            converter = RejectCode.class,
            completionCandidates = RejectCode.class,
            description = "Seulement les rejets de ce motif, ou les corrections de ce code, comme DATE.")
    private @Nullable String reason;

    @Option(names = "--corrections", description = "Les cellules corrigées en route, au lieu des lignes refusées.")
    private boolean corrections;

    @Option(names = "--csv", paramLabel = "FICHIER", description = "Les écrit en CSV, à corriger dans un tableur.")
    private @Nullable Path csv;

    @Option(
            names = "--xlsx",
            paramLabel = "FICHIER",
            description = "Écrit un classeur : une feuille de rejets, une de corrections.")
    private @Nullable Path xlsx;

    @Option(names = "--all", description = "Aussi les rejets déjà repris par « --resubmit ».")
    private boolean all;

    @Option(
            names = "--resubmit",
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description = {
                "Fait entrer les lignes d'un export (--csv ou --xlsx), une fois corrigées : une exécution comme celle"
                        + " d'une nuit, sans autre fichier. Gardez les colonnes rejet_…, retirez les lignes non"
                        + " corrigées.",
                "Seulement la fréquentation : l'inventaire et les intercommunalités se corrigent dans leur fichier.",
                "Corrigez aussi le registre, sinon sa ligne sera encore refusée la nuit suivante. Une ligne sans"
                    + " id_releve n'entre que si tout ce qui est connu de la même salle, de la même période et de la"
                    + " même activité vient de son registre ou d'une reprise ; sinon, rien ne dirait si c'est la même"
                    + " ligne. Après une reprise, un autre fichier qui redit cette ligne sans identifiant peut la"
                    + " remplacer ou l'ajouter : vérifiez-le."
            })
    private @Nullable Path resubmitted;

    @Option(names = "--force", description = "Remplace le fichier s'il existe.")
    private boolean force;

    @Option(names = "--json", description = "Un objet JSON, avec toutes les lignes.")
    private boolean json;

    @Override
    public Integer call() {
        if (resubmitted != null) {
            return resubmit(resubmitted);
        }
        context.keepOutputForMachines();
        Stream.of(csv, xlsx).filter(file -> file != null).forEach(file -> OutputFile.requireFree(file, force));
        Run found = found(context.read(Runs.class));
        Selection selection = new Selection(found.no(), reason, all);
        if (csv != null || xlsx != null) {
            exported("rejets " + found.id());
            export(found, selection);
        }
        if (json || csv == null && xlsx == null) {
            show(found, selection);
        }
        return OutcomePrinter.DONE;
    }

    private int resubmit(Path file) {
        if (run != null || reason != null || corrections || all || force || csv != null || xlsx != null) {
            throw wrongUse("--resubmit se donne seul, ou avec --json : les lignes disent leur exécution.");
        }
        if (json) {
            context.keepOutputForMachines();
        }
        return new OutcomePrinter(context.part(Reports.class), out(json), err(), json)
                .print(context.partOnDatabase(LiveRuns.class).resubmit(file));
    }

    private Run found(Runs runs) {
        if (run != null) {
            return runs.get(run);
        }
        return runs.all().stream()
                .findFirst()
                .orElseThrow(() -> new RunRefused(
                        "Il n'y a encore aucune exécution : lancez-en une (« ./passerelle nightly … »)."));
    }

    private void export(Run found, Selection selection) {
        RejectExport export = new RejectExport(context.read(RejectTable.class));
        if (csv != null) {
            if (corrections) {
                export.csvOfCorrections(selection, found.demonstration(), csv, force);
            } else {
                export.csvOfRejects(selection, found.demonstration(), csv, force);
            }
            written(csv);
        }
        if (xlsx != null) {
            export.xlsx(selection, found.demonstration(), xlsx, force);
            written(xlsx);
        }
    }

    private void written(Path file) {
        if (!json) {
            out().println("Écrit : " + file);
        }
    }

    private void show(Run found, Selection selection) {
        RejectTable kept = context.read(RejectTable.class);
        if (json) {
            new RejectsJson(kept, machines()).print(found, selection, corrections);
        } else if (corrections) {
            new RejectsText(kept, out()).corrections(found, selection);
        } else {
            new RejectsText(kept, out()).rejects(found, selection);
        }
    }
}
