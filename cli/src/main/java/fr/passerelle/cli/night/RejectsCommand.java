package fr.passerelle.cli.night;

import fr.passerelle.batch.nightly.LiveRuns;
import fr.passerelle.batch.report.Reports;
import fr.passerelle.cli.command.Arguments.InputPath;
import fr.passerelle.cli.command.Arguments.RunNumber;
import fr.passerelle.cli.command.Arguments.VocabularyWord;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.cli.export.CsvFile;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.cli.export.XlsxFile;
import fr.passerelle.cli.night.RunCommand.OutcomePrinter;
import fr.passerelle.published.reject.Reject;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.RejectTable.KeptCorrection;
import fr.passerelle.published.reject.RejectTable.RejectGroup;
import fr.passerelle.published.reject.RejectTable.Selection;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.TraceColumns;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sources.reject.RejectReason;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The rejects and corrections of a run: on the screen, or as files to correct. */
@Command(
        name = "rejects",
        description =
                "Les lignes refusées d'une exécution, et les cellules corrigées en route : où, pourquoi, quoi faire.")
public final class RejectsCommand extends OperatorCommand {

    private static final int GROUPS = 20;
    private static final int LINES = 50;
    private static final int CELLS = 90;
    private static final int CELL = 40;
    private static final ObjectWriter JSON = JsonMapper.shared().writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);

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
        OutputFile.requireFree(csv, force);
        OutputFile.requireFree(xlsx, force);
        Run found = found(context.read(Runs.class));
        Selection selection = new Selection(found.no(), reason, all);
        if (csv != null || xlsx != null) {
            exported("rejets " + found.id());
            export(found, selection);
        }
        if (json || csv == null && xlsx == null) {
            show(found, selection);
        }
        return DONE;
    }

    private int resubmit(Path file) {
        if (run != null || reason != null || corrections || all || force || csv != null || xlsx != null) {
            throw wrongUse("--resubmit se donne seul, ou avec --json : les lignes disent leur exécution.");
        }
        context.tellProgress(json);
        return new OutcomePrinter(context.part(Reports.class), out(json), err(), json)
                .print(context.partOnDatabase(LiveRuns.class).resubmit(file));
    }

    private Run found(Runs runs) {
        if (run != null) {
            return runs.get(run);
        }
        return runs.last()
                .orElseThrow(() -> new RunRefused(
                        "Il n'y a encore aucune exécution : lancez-en une (« ./passerelle nightly … »)."));
    }

    private void export(Run found, Selection of) {
        if (csv != null) {
            CsvFile.write(corrections ? corrections(found, of) : rejects(found, of), csv, force);
            written(csv, json);
        }
        if (xlsx != null) {
            XlsxFile.write(
                    List.of(Map.entry("Rejets", rejects(found, of)), Map.entry("Corrections", corrections(found, of))),
                    xlsx,
                    force);
            written(xlsx, json);
        }
    }

    private Table<Reject> rejects(Run found, Selection of) {
        return RejectTable.rejects(kept(), of, found.demonstration());
    }

    private Table<KeptCorrection> corrections(Run found, Selection of) {
        return RejectTable.corrections(kept(), of, found.demonstration());
    }

    private RejectTable kept() {
        return context.read(RejectTable.class);
    }

    private static final class RejectCode extends VocabularyWord<String> {

        private static final List<String> ALL = Stream.concat(
                        Arrays.stream(RejectReason.values()).map(Enum::name),
                        Arrays.stream(Correction.values()).map(Enum::name))
                .distinct()
                .sorted()
                .toList();

        RejectCode() {
            super(
                    "ni un motif de rejet ni un code de correction",
                    ALL,
                    code -> code,
                    "écrivez " + String.join(", ", ALL));
        }
    }

    private void show(Run run, Selection of) {
        List<RejectGroup> groups = corrections ? kept().correctionGroups(of) : kept().rejectGroups(of);
        if (json) {
            showJson(run, of, groups);
            return;
        }
        summary(run, groups);
        if (!groups.isEmpty()) {
            Table<?> lines = corrections ? corrected(of) : rejected(of);
            out().println();
            new TextTable(lines).print(out());
            end(run, total(groups) - LINES);
        }
    }

    private Table<Reject> rejected(Selection of) {
        return Table.<Reject>layout()
                .text("Source", Reject::source)
                .text("Ligne", it -> CommandFrench.place(it.span(), it.ordinal()))
                .text("Colonne", Reject::column)
                .text("Motif", Reject::reason)
                .text("La ligne", RejectsCommand::shown)
                .of(each -> kept().eachReject(of, LINES, each::accept));
    }

    private Table<KeptCorrection> corrected(Selection of) {
        return Table.<KeptCorrection>layout()
                .text("Source", KeptCorrection::source)
                .text("Ligne", it -> CommandFrench.place(it.line(), it.ordinal()))
                .text("Colonne", KeptCorrection::column)
                .text("Code", KeptCorrection::code)
                .text("Avant", it -> CommandFrench.oneLine(it.before(), CELL))
                .text("Après", it -> CommandFrench.oneLine(it.after(), CELL))
                .of(each -> kept().eachCorrection(of, LINES, each::accept));
    }

    private void summary(Run run, List<RejectGroup> groups) {
        String what = corrections ? "corrections" : "rejets";
        out().println("Exécution " + run.id() + CommandFrench.reconstitution(run.demonstration()) + ", " + what + " : "
                + CommandFrench.number(total(groups)));
        groups.stream().limit(GROUPS).forEach(this::group);
        if (groups.size() > GROUPS) {
            out().println("  et " + CommandFrench.counted(groups.size() - GROUPS, "autre motif", "autres motifs"));
        }
    }

    private void group(RejectGroup group) {
        String column = group.column() == null ? "" : ", colonne « " + group.column() + " »";
        out().println("  " + CommandFrench.number(group.count()) + " × " + group.code() + " : " + group.source()
                + column);
        if (group.message() != null) {
            out().println("      " + group.message());
        }
    }

    private void end(Run run, long more) {
        if (more > 0) {
            out().println("… et " + CommandFrench.number(more) + " autres : « ./passerelle rejects " + run.id()
                    + (corrections ? " --corrections" : "") + " --csv FICHIER »");
        }
        out().println();
        if (!corrections) {
            out().println("Pour les reprendre : corrigez ces lignes dans leur fichier, et redonnez-le à « ./passerelle"
                + " nightly » ; ou, pour la fréquentation, corrigez l'export et redonnez-le : « ./passerelle rejects"
                + " --resubmit FICHIER ».");
        }
    }

    private static String shown(Reject reject) {
        String offset = reject.cells().get(TraceColumns.OFFSET);
        if (offset != null) {
            return "(ses cellules ne se distinguent pas : %s caractères après les %s premiers)"
                    .formatted(reject.cells().get(TraceColumns.LENGTH), offset);
        }
        return reject.shown().isEmpty()
                ? "(ses cellules ne se distinguent pas)"
                : CommandFrench.oneLine(reject.shown(), CELLS);
    }

    private static long total(List<RejectGroup> groups) {
        return groups.stream().mapToLong(RejectGroup::count).sum();
    }

    /** For machines: one object, written as it is read. */
    private void showJson(Run run, Selection of, List<RejectGroup> groups) {
        try (JsonGenerator into = JSON.createGenerator(machines())) {
            into.writeStartObject();
            into.writeStringProperty("run", run.id());
            into.writeBooleanProperty("demonstration", run.demonstration());
            into.writeNumberProperty("count", total(groups));
            into.writePOJOProperty("groups", groups);
            into.writeArrayPropertyStart(corrections ? "corrections" : "rejects");
            if (corrections) {
                kept().eachCorrection(of, Long.MAX_VALUE, into::writePOJO);
            } else {
                kept().eachReject(of, Long.MAX_VALUE, into::writePOJO);
            }
            into.writeEndArray();
            into.writeEndObject();
        }
        machines().println();
    }
}
