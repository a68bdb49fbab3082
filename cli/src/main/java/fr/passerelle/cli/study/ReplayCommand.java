package fr.passerelle.cli.study;

import fr.passerelle.batch.replay.InForce;
import fr.passerelle.batch.replay.ReplayPlanner;
import fr.passerelle.batch.replay.ReplayRunner;
import fr.passerelle.batch.report.ReplayReports;
import fr.passerelle.batch.report.ReplayReports.ReplayReport;
import fr.passerelle.batch.run.JournalCounts;
import fr.passerelle.cli.command.Arguments.Month;
import fr.passerelle.cli.command.Arguments.RequiredMotive;
import fr.passerelle.cli.command.Arguments.RunNumber;
import fr.passerelle.cli.command.Arguments.Siren;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand.ObjectCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.cli.export.CsvFile;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.cli.night.RunCommand;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.place.PlaceTable.PlaceNames;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.study.Study;
import fr.passerelle.study.difference.Diff;
import fr.passerelle.study.difference.Diffs;
import fr.passerelle.study.life.StudyRunner;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays;
import fr.passerelle.study.replay.Replays.ReplayForce;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;

/** Replays: planned, run, compared, put in force or discarded. */
@Command(
        name = "replay",
        description =
                "Les rejeux : recalculer, à part, ce que le journal donne sous un autre barème, comparer, mettre en"
                        + " vigueur.")
public final class ReplayCommand extends StudyCommands<ReplayManifest> {

    private static final int DIGITS = 12;

    ReplayCommand() {
        super(ReplayManifest.SERIES, null);
    }

    @Override
    List<CommandLine> verbs() {
        return List.of(
                verb(
                        "plan",
                        "Prépare un rejeu : montre ce qu'il toucherait, et le fige. Rien n'est calculé.",
                        new PlanReplay()),
                verb(
                        "run",
                        "Exécute un rejeu tel qu'il a été préparé, ou le reprend ; refuse si le journal, le barème ou"
                                + " la portée ont changé. Les résultats en vigueur restent.",
                        new Compute()),
                verb("show", "Un rejeu : état, phase, comptes, durée, où il s'est arrêté, quoi faire.", new Show()),
                verb("list", "Tous les rejeux, le dernier d'abord, et lequel est en vigueur.", new All()),
                verb(
                        "diff",
                        "Ce qu'un rejeu terminé changerait : qui, de quoi à quoi, quelle règle ou quel indicateur, et"
                                + " combien d'euros, année par année.",
                        new WhatChanges()),
                verb(
                        "put-in-force",
                        "Met en vigueur le barème d'un rejeu terminé de toute la région : une exécution réelle, publiée"
                                + " seulement si elle donne l'empreinte que le rejeu a montrée.",
                        new PutInForce()),
                verb(
                        "rollback",
                        "Revient au barème, au mois et aux résultats d'avant la mise en vigueur d'un rejeu, si rien"
                                + " n'est entré depuis.",
                        new Rollback()),
                verb(
                        "discard",
                        "Écarte un rejeu : ses topics, ses groupes et ses résultats disparaissent ; sa fiche reste.",
                        new Discard(" : ses topics, ses groupes et ses résultats n'existent plus")));
    }

    @Override
    Otherwise otherwise() {
        return new Otherwise(
                " ; sinon, le dernier qui n'est pas écarté",
                () -> replays()
                        .latest()
                        .map(Study::no)
                        .orElseThrow(() -> new RunRefused(
                                "Aucun rejeu n'est préparé : « ./passerelle replay plan » en prépare un.")));
    }

    @Override
    StudyRunner.Outcome<ReplayManifest> run(LongSupplier no) {
        return changed(context.partOnDatabase(ReplayRunner.class).run(no.getAsLong()));
    }

    @Override
    StudyRunner.Outcome<ReplayManifest> discard(long no, StepMotive why) {
        return changed(context.partOnDatabase(ReplayRunner.class).discard(no, why));
    }

    private static StudyRunner.Outcome<ReplayManifest> changed(Study<ReplayManifest> replay) {
        return new StudyRunner.Outcome<>(replay, true, null, null);
    }

    @Override
    List<Study<ReplayManifest>> all() {
        return replays().all();
    }

    @Override
    Study<ReplayManifest> get(long no) {
        return replays().get(no);
    }

    private Replays replays() {
        return context.read(Replays.class);
    }

    private PlaceTable places() {
        return context.read(PlaceTable.class);
    }

    private ReplayReport report(Study<ReplayManifest> replay) {
        return context.read(ReplayReports.class).of(replay);
    }

    /** Whether data came to the journal since: the replay runs, and can no longer be put in force. */
    private boolean hasGrown(Study<ReplayManifest> replay) {
        return context.read(JournalCounts.class)
                .hasAfter(replay.question().slice().head());
    }

    @Override
    List<String> list(List<Study<ReplayManifest>> all, Map<Long, Run> bases) {
        ReplayForce force = replays().force();
        return new TextTable(Table.<Study<ReplayManifest>>layout()
                        .text("Rejeu", Study::id)
                        .text("État", replay -> state(replay, force))
                        .text("Préparé le", replay -> CommandFrench.moment(replay.plannedAt()))
                        .text("Barème", replay -> replay.question().baremeId())
                        .text("Mois", replay -> replay.question().asOf())
                        .text("Jusqu'à", replay -> Run.idOf(replay.question().run()))
                        .from(Study::answerHash)
                        .text("Empreinte", hash -> hash.substring(0, DIGITS))
                        .of(all))
                .lines();
    }

    @Override
    String state(Study<ReplayManifest> replay) {
        return state(replay, replays().force());
    }

    /** What became of its barème, once it is completed. */
    private String state(Study<ReplayManifest> replay, ReplayForce force) {
        return switch (force.standing(replay)) {
            case COMPLETED -> "terminé";
            case IN_FORCE -> "en vigueur";
            case TAKEN_BACK -> "retiré";
            case PLANNED, RUNNING, FAILED, DISCARDED -> state(replay.state());
        };
    }

    @Override
    String done(Study.Verb verb) {
        return switch (verb) {
            case RUN -> "exécuté";
            case ADOPT -> "mis en vigueur";
            case ROLLBACK -> "retiré";
            case PLAN, DISCARD -> state(verb.state());
        };
    }

    @Override
    List<String> question(Study<ReplayManifest> replay, Run base) {
        ReplayManifest asked = replay.question();
        return List.of(
                CommandFrench.line(
                        "jusqu'à",
                        base.id() + " (journal, rang "
                                + CommandFrench.number(asked.slice().head()) + ")"),
                CommandFrench.line(
                        "barème",
                        base.baremeId() + " → " + asked.baremeId() + " ("
                                + asked.baremeHash().substring(0, DIGITS) + ")"),
                CommandFrench.line("situation", base.asOf() + " → " + asked.asOf()),
                CommandFrench.line("portée", scope(asked)),
                CommandFrench.line(
                        "toucherait",
                        CommandFrench.counted(asked.slice().total(), "enregistrement", "enregistrements") + ", "
                                + CommandFrench.counted(asked.epcis(places()), "intercommunalité", "intercommunalités")
                                + ", "
                                + CommandFrench.counted(asked.rooms(places()), "salle", "salles")));
    }

    private String scope(ReplayManifest asked) {
        if (asked.scope().wholeRegion()) {
            return "toute la région";
        }
        PlaceNames names = places().names(asked.run());
        String epcis = (asked.scope().epcis().size() == 1 ? "intercommunalité " : "intercommunalités ")
                + listed(asked.scope().epcis(), names::epci);
        return asked.scope().rooms().isEmpty()
                ? epcis
                : epcis + ", pour les salles " + listed(asked.scope().rooms(), names::room);
    }

    private static String listed(List<String> ids, UnaryOperator<String> named) {
        return ids.stream().map(named).collect(Collectors.joining(", "));
    }

    @Override
    List<String> progress(Study<ReplayManifest> replay, Run base) {
        ReplayReport report = report(replay);
        List<String> lines = new ArrayList<>();
        if (report.phase() != null) {
            lines.add(CommandFrench.line("phase", report.phase()));
        }
        if (report.seconds() != null) {
            lines.add(CommandFrench.line("durée", CommandFrench.seconds(report.seconds())));
        }
        if (report.partitions() > 0) {
            lines.add(CommandFrench.line(
                    "notées", CommandFrench.counted(report.partitions(), "partition", "partitions")));
        }
        Map<String, Integer> results = report.results();
        if (!results.isEmpty()) {
            lines.add(CommandFrench.line(
                    "résultats",
                    CommandFrench.counted(results.getOrDefault("SCORE", 0), "note", "notes") + ", "
                            + CommandFrench.counted(results.getOrDefault("CONVERSION", 0), "conversion", "conversions")
                            + ", " + CommandFrench.counted(results.getOrDefault("PLAN", 0), "plan", "plans")));
        }
        if (replay.answerHash() != null) {
            lines.add(CommandFrench.line(
                    "empreinte", replay.answerHash() + (same(replay, base) ? " (celle de " + base.id() + ")" : "")));
        }
        if (replay.failure() != null) {
            lines.add(CommandFrench.line("motif", replay.failure()));
        }
        return lines;
    }

    private static boolean same(Study<ReplayManifest> replay, Run base) {
        return String.valueOf(replay.answerHash()).equals(base.resultHash());
    }

    @Override
    String whatToDo(Study<ReplayManifest> replay, Run base) {
        String id = replay.id();
        boolean grown = hasGrown(replay);
        String discard = series.told("discard " + id) + " l'écarte";
        String late = grown && replay.question().scope().wholeRegion()
                ? " ; le journal a grandi depuis : il ne peut plus être mis en vigueur"
                : "";
        return switch (replay.state()) {
            case PLANNED -> series.told("run " + id) + late;
            case RUNNING, FAILED -> series.told("run " + id) + " le reprend, " + discard + late;
            case COMPUTED, ADOPTED, REPLACED ->
                series.told("diff " + id) + " montre ce qu'il change, " + (grown ? "" : force(replay, base)) + discard
                        + late;
            case DISCARDED -> "rien : ses topics et ses résultats n'existent plus";
        };
    }

    private String force(Study<ReplayManifest> replay, Run base) {
        if (!replay.question().scope().wholeRegion()) {
            return "";
        }
        if (replays().force().isInForce(replay.no())) {
            return series.told("rollback " + replay.id() + " --reason \"…\"") + " revient à ce qui valait avant, ";
        }
        if (same(replay, base) || refusal(replay, base, true).isPresent()) {
            return "";
        }
        String accepted = refusal(replay, base, false).isPresent() ? " --illustration" : "";
        return series.told("put-in-force " + replay.id() + accepted + " --reason \"…\"") + " le met en vigueur, ";
    }

    @Override
    Map<String, @Nullable Object> json(Study<ReplayManifest> replay, Run base, boolean shown) {
        ReplayManifest asked = replay.question();
        ReplayReport report = report(replay);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("replay", replay.id());
        fields.put("state", ReplayManifest.stateOf(replay));
        fields.put("demonstration", base.demonstration());
        fields.put("namespace", ReplayManifest.namespace(replay));
        fields.put("bareme", new BaremeHash(asked.baremeId(), asked.baremeHash()));
        fields.put("asOf", asked.asOf());
        fields.put("baseRun", new Base(base.id(), base.baremeId(), base.asOf(), base.resultHash()));
        ReplayManifest.Scope scope = asked.scope();
        fields.put("scope", new ReplayScope(scope.epcis(), scope.rooms(), scope.wholeRegion()));
        fields.put("epcis", asked.epcis(places()));
        fields.put("rooms", asked.rooms(places()));
        fields.put("manifest", asked.slice());
        fields.put("records", asked.slice().total());
        fields.put("manifestHash", replay.questionHash());
        fields.put("journalHasGrown", hasGrown(replay));
        fields.put("reason", replay.reason());
        fields.put("account", replay.account());
        fields.put("phase", report.phase());
        fields.put("seconds", report.seconds());
        fields.put("partitionsScored", report.partitions());
        fields.put("results", report.results());
        fields.put("resultHash", replay.answerHash());
        fields.put("failure", replay.failure());
        fields.put("plannedAt", replay.plannedAt().toString());
        fields.put("endedAt", Objects.toString(replay.endedAt(), null));
        fields.put("steps", steps(replay));
        return fields;
    }

    @Override
    void more(Study.Step step, Map<String, @Nullable Object> fields) {
        fields.put("run", step.run() == null ? null : Run.idOf(step.run()));
    }

    private record ReplayScope(List<String> epcis, List<String> rooms, boolean region) {}

    private record BaremeHash(String id, String hash) {}

    private record Base(
            String run,
            String bareme,
            @Nullable String asOf,
            @Nullable String resultHash) {}

    /**
     * Why the barème of a replay may not be put in force on the data of the run that it replays up to, and what to do, in French; empty where it
     * may: one that only illustrates may on a reconstruction alone, by who accepts what it is.
     */
    static Optional<String> refusal(Study<ReplayManifest> replay, Run base, boolean accepted) {
        boolean mayHold = ReplayManifest.mayHoldOn(replay, base);
        if (!ReplayManifest.isIllustration(replay) || accepted && mayHold) {
            return Optional.empty();
        }
        return Optional.of("Le barème « " + replay.question().baremeId() + " » du rejeu " + replay.id()
                + " est une illustration, que rien n'a votée : "
                + (mayHold
                        ? "pour le mettre en vigueur sur ces données reconstituées, ajoutez --illustration."
                        : "il ne se met pas en vigueur sur des données réelles. « ./passerelle replay diff "
                                + replay.id()
                                + " » montre ce qu'il changerait ; préparez un rejeu sous un barème voté."));
    }

    final class PlanReplay extends Plan {

        @Option(
                names = "--bareme",
                required = true,
                paramLabel = "BAREME",
                description = "Barème sous lequel rejouer : livré, ou un fichier.")
        private String bareme;

        @Option(
                names = "--epci",
                paramLabel = "SIREN",
                converter = Siren.class,
                description = "Une intercommunalité à rejouer ; sinon, toute la région. Se répète.")
        private List<String> epcis = List.of();

        @Option(
                names = "--room",
                paramLabel = "SALLE",
                description = "Une salle : toute son intercommunalité est rejouée. Se répète.")
        private List<String> rooms = List.of();

        @Option(
                names = "--run",
                paramLabel = "EXECUTION",
                converter = RunNumber.class,
                description = "Jusqu'à quelle exécution publiée ; sinon, celle en vigueur.")
        private @Nullable Long run;

        @Option(
                names = "--as-of",
                paramLabel = "AAAA-MM",
                converter = Month.class,
                description = "Mois de la situation ; sinon, celui de l'exécution.")
        private @Nullable String asOf;

        @Mixin
        private final RequiredMotive motive = new RequiredMotive();

        @Override
        Study<ReplayManifest> plan() {
            StepMotive why = motive.step();
            return context.partOnDatabase(ReplayPlanner.class)
                    .plan(new ReplayPlanner.Request(bareme, epcis, rooms, run, asOf, why));
        }
    }

    final class WhatChanges extends ObjectCommand {

        private final PositionalParamSpec asked = given(numberOrOther());

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

        @Override
        public Integer call() {
            OutputFile.requireFree(csv, force);
            OutputFile.requireFree(html, force);
            Diff diff = context.read(Diffs.class).of(no(asked));
            if (csv != null || html != null) {
                exported("rejeu " + diff.replay().id());
            }
            if (csv != null) {
                CsvFile.write(DiffDocument.table(diff), csv, force);
                written(csv, machine());
            }
            if (html != null) {
                OutputFile.write(html, force, DiffDocument.of(diff).asHtml());
                written(html, machine());
            }
            show(diff);
            return DONE;
        }

        private void show(Diff diff) {
            if (machine()) {
                printJson(DiffDocument.json(diff));
            } else if (csv == null && html == null) {
                TextTable.lines(DiffDocument.of(diff)).forEach(out()::println);
            }
        }
    }

    final class PutInForce extends Live {

        @Option(
                names = "--illustration",
                description = "Accepte que ce barème soit une illustration, que rien n'a votée ; sur des données"
                        + " reconstituées seulement.")
        private boolean illustration;

        @Override
        public Integer call() {
            StepMotive why = motive.step();
            Study<ReplayManifest> replay = context.partOnDatabase(Replays.class).get(no(asked));
            refusal(replay, context.part(Runs.class).get(replay.question().run()), illustration)
                    .ifPresent(sentence -> {
                        throw wrongUse(sentence);
                    });
            return conclude(() -> context.partOnDatabase(InForce.class).put(no(asked), why));
        }
    }

    final class Rollback extends Live {

        @Override
        public Integer call() {
            StepMotive why = motive.step();
            return conclude(() -> context.partOnDatabase(InForce.class).rollBack(no(asked), why));
        }
    }

    /** Changes what is in force, by a run. */
    private abstract class Live extends RunCommand {

        @Mixin
        final RequiredMotive motive = new RequiredMotive();

        final PositionalParamSpec asked = given(number(1, ""));
    }
}
