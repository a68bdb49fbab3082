package fr.passerelle.cli.study;

import fr.passerelle.batch.replay.ReplayRunner;
import fr.passerelle.batch.report.ReplayReports;
import fr.passerelle.batch.report.ReplayReports.ReplayReport;
import fr.passerelle.batch.run.JournalCounts;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.place.PlaceTable.PlaceNames;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.study.Study;
import fr.passerelle.study.life.StudyRunner;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays;
import fr.passerelle.study.replay.Replays.ReplayForce;
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

/** Replays for people and machines: what one is about, where it is, what to do. */
abstract class ReplayCommands extends StudyCommands<ReplayManifest> {

    private static final int DIGITS = 12;

    ReplayCommands() {
        super(ReplayManifest.SERIES, null);
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
        IllustrationCheck check = new IllustrationCheck(replay, base);
        if (!replay.question().scope().wholeRegion()) {
            return "";
        }
        if (replays().force().isInForce(replay.no())) {
            return series.told("rollback " + replay.id() + " --reason \"…\"") + " revient à ce qui valait avant, ";
        }
        if (same(replay, base) || check.refusal(true).isPresent()) {
            return "";
        }
        String accepted = check.refusal(false).isPresent() ? " --illustration" : "";
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
        fields.put("scope", scope(asked.scope()));
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

    private static Map<String, Object> scope(ReplayManifest.Scope asked) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("epcis", asked.epcis());
        fields.put("rooms", asked.rooms());
        fields.put("region", asked.wholeRegion());
        return fields;
    }

    /** The barème that one is run under. */
    private record BaremeHash(String id, String hash) {}

    /** The run up to which one goes. */
    private record Base(
            String run,
            String bareme,
            @Nullable String asOf,
            @Nullable String resultHash) {}

    /**
     * Whether the barème of a replay may be put in force: one that only illustrates is, on a reconstruction alone, by who accepts what it is.
     *
     * @param base run that it replays up to, whose data are those that it would be in force on
     */
    record IllustrationCheck(Study<ReplayManifest> replay, Run base) {

        /** Why it may not, and what to do, in French; empty where it may. */
        Optional<String> refusal(boolean accepted) {
            if (!ReplayManifest.isIllustration(replay) || accepted && ReplayManifest.mayHoldOn(replay, base)) {
                return Optional.empty();
            }
            return Optional.of("Le barème « " + replay.question().baremeId() + " » du rejeu " + replay.id()
                    + " est une illustration, que rien n'a votée : " + toDo());
        }

        private String toDo() {
            return ReplayManifest.mayHoldOn(replay, base)
                    ? "pour le mettre en vigueur sur ces données reconstituées, ajoutez --illustration."
                    : "il ne se met pas en vigueur sur des données réelles. « ./passerelle replay diff " + replay.id()
                            + " » montre ce qu'il changerait ; préparez un rejeu sous un barème voté.";
        }
    }
}
