package fr.passerelle.cli.study;

import fr.passerelle.batch.replay.ReplayPlanner;
import fr.passerelle.batch.report.ReplayReports;
import fr.passerelle.batch.report.ReplayReports.ReplayReport;
import fr.passerelle.cli.command.CommandContext;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.place.PlaceTable.PlaceNames;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.Replay.ReplayStep;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.published.replay.Replays.ReplayForce;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.contract.RecordJson;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One replay for people: what it is about, where it is, what to do. */
final class ReplayText {

    private final ReplayReport report;
    private final Replay replay;
    private final ReplayForce force;
    private final PlaceNames names;
    private final PrintWriter out;

    private ReplayText(ReplayReport report, ReplayForce force, PlaceNames names, PrintWriter out) {
        this.names = names;
        this.report = report;
        this.force = force;
        this.replay = report.replay();
        this.out = out;
    }

    /** All that the application knows of a replay. */
    static ReplayText of(Replay replay, CommandContext context, PrintWriter out) {
        return new ReplayText(
                context.read(ReplayReports.class)
                        .of(replay, context.read(ReplayPlanner.class).hasGrown(replay)),
                context.read(Replays.class).force(),
                replay.scope().isRegion()
                        ? PlaceNames.NONE
                        : context.read(PlaceTable.class).names(replay.baseRun()),
                out);
    }

    /** @param json whether a machine reads it */
    void print(boolean json) {
        if (json) {
            out.println(RecordJson.write(json(report)));
            return;
        }
        out.println("Rejeu " + replay.id()
                + CommandFrench.reconstitution(report.base().demonstration()) + " : " + state(replay, force));
        plan();
        progress();
        report.steps().forEach(this::step);
        line("à faire", whatToDo());
    }

    /** Whether it is done, and what became of it. */
    static String state(Replay replay, ReplayForce force) {
        return switch (force.standing(replay)) {
            case PLANNED -> "préparé";
            case RUNNING -> "en cours, ou interrompu";
            case FAILED -> "arrêté";
            case COMPLETED -> "terminé";
            case IN_FORCE -> "en vigueur";
            case TAKEN_BACK -> "retiré";
            case DISCARDED -> "écarté";
        };
    }

    private void plan() {
        Run base = report.base();
        line(
                "préparé le",
                CommandFrench.moment(replay.plannedAt()) + ", par " + replay.account() + " : " + replay.reason());
        line(
                "jusqu'à",
                base.id() + " (journal, rang "
                        + CommandFrench.number(replay.manifest().head()) + ")");
        line(
                "barème",
                base.baremeId() + " → " + replay.baremeId() + " ("
                        + replay.baremeHash().substring(0, 12) + ")");
        line("situation", base.asOf() + " → " + replay.asOf());
        line("portée", scope());
        line(
                "toucherait",
                CommandFrench.counted(replay.manifest().total(), "enregistrement", "enregistrements") + ", "
                        + CommandFrench.counted(report.epcis(), "intercommunalité", "intercommunalités") + ", "
                        + CommandFrench.counted(report.rooms(), "salle", "salles"));
        line("manifeste", replay.manifestHash());
    }

    private String scope() {
        if (replay.scope().isRegion()) {
            return "toute la région";
        }
        String epcis = (replay.scope().epcis().size() == 1 ? "intercommunalité " : "intercommunalités ")
                + listed(replay.scope().epcis(), names::epci);
        return replay.scope().rooms().isEmpty()
                ? epcis
                : epcis + ", pour les salles " + listed(replay.scope().rooms(), names::room);
    }

    private static String listed(List<String> ids, UnaryOperator<String> named) {
        return ids.stream().map(named).collect(Collectors.joining(", "));
    }

    private void progress() {
        if (report.phase() != null) {
            line("phase", report.phase());
        }
        if (report.seconds() != null) {
            line("durée", CommandFrench.seconds(report.seconds()));
        }
        if (report.partitions() > 0) {
            line("notées", CommandFrench.counted(report.partitions(), "partition", "partitions"));
        }
        if (!report.results().isEmpty()) {
            Map<String, Integer> results = report.results();
            line(
                    "résultats",
                    CommandFrench.counted(results.getOrDefault("SCORE", 0), "note", "notes") + ", "
                            + CommandFrench.counted(results.getOrDefault("CONVERSION", 0), "conversion", "conversions")
                            + ", "
                            + CommandFrench.counted(results.getOrDefault("PLAN", 0), "plan", "plans"));
        }
        if (replay.resultHash() != null) {
            line(
                    "empreinte",
                    replay.resultHash()
                            + (same() ? " (celle de " + report.base().id() + ")" : ""));
        }
        if (replay.failure() != null) {
            line("motif", replay.failure());
        }
    }

    private boolean same() {
        return String.valueOf(replay.resultHash()).equals(report.base().resultHash());
    }

    private void step(ReplayStep step) {
        String run = step.run() == null ? "" : ", exécution " + Run.idOf(step.run());
        line(
                "geste",
                name(step.kind()) + " le " + CommandFrench.moment(step.doneAt()) + ", par " + step.account() + run);
    }

    private static String name(ReplayStep.Kind kind) {
        return switch (kind) {
            case PLAN -> "préparé";
            case RUN -> "exécuté";
            case PUT_IN_FORCE -> "mis en vigueur";
            case ROLLBACK -> "retiré";
            case DISCARD -> "écarté";
        };
    }

    private String whatToDo() {
        String id = replay.id();
        String late = report.grown() && replay.scope().isRegion()
                ? " ; le journal a grandi depuis : il ne peut plus être mis en vigueur"
                : "";
        return switch (replay.state()) {
            case PLANNED -> "« ./passerelle replay run " + id + " »" + late;
            case RUNNING, FAILED ->
                "« ./passerelle replay run " + id + " » le reprend, « ./passerelle replay discard " + id + " » l'écarte"
                        + late;
            case COMPLETED ->
                "« ./passerelle replay diff " + id + " » montre ce qu'il change, " + force() + "« ./passerelle replay"
                        + " discard " + id + " » l'écarte" + late;
            case DISCARDED -> "rien : ses topics et ses résultats n'existent plus";
        };
    }

    private String force() {
        if (report.grown() || !replay.scope().isRegion()) {
            return "";
        }
        return force.isInForce(replay.no())
                ? "« ./passerelle replay rollback " + replay.id() + " --reason \"…\" » revient à ce qui valait avant, "
                : put(new IllustrationCheck(replay, report.base()));
    }

    private String put(IllustrationCheck check) {
        if (same() || check.refusal(true).isPresent()) {
            return "";
        }
        String accepted = check.refusal(false).isPresent() ? " --illustration" : "";
        return "« ./passerelle replay put-in-force " + replay.id() + accepted + " --reason \"…\" » le met en vigueur, ";
    }

    private void line(String name, String text) {
        out.println(CommandFrench.line(name, text));
    }

    /** One for machines. */
    static Map<String, @Nullable Object> json(ReplayReport report) {
        Replay replay = report.replay();
        Run base = report.base();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("replay", replay.id());
        fields.put("state", replay.state().name());
        fields.put("demonstration", base.demonstration());
        fields.put("namespace", replay.namespace());
        fields.put("bareme", new BaremeHash(replay.baremeId(), replay.baremeHash()));
        fields.put("asOf", replay.asOf());
        fields.put("baseRun", new Base(base.id(), base.baremeId(), base.asOf(), base.resultHash()));
        fields.put("scope", replay.scope());
        fields.put("epcis", report.epcis());
        fields.put("rooms", report.rooms());
        fields.put("manifest", replay.manifest());
        fields.put("records", replay.manifest().total());
        fields.put("manifestHash", replay.manifestHash());
        fields.put("journalHasGrown", report.grown());
        fields.put("reason", replay.reason());
        fields.put("account", replay.account());
        fields.put("phase", report.phase());
        fields.put("seconds", report.seconds());
        fields.put("partitionsScored", report.partitions());
        fields.put("results", report.results());
        fields.put("resultHash", replay.resultHash());
        fields.put("failure", replay.failure());
        fields.put("plannedAt", replay.plannedAt().toString());
        fields.put("endedAt", Objects.toString(replay.endedAt(), null));
        fields.put("steps", report.steps().stream().map(ReplayText::json).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> json(ReplayStep step) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("step", step.kind().name());
        fields.put("account", step.account());
        fields.put("reason", step.reason());
        fields.put("manifestHash", step.manifestHash());
        fields.put("run", step.run() == null ? null : Run.idOf(step.run()));
        fields.put("doneAt", step.doneAt().toString());
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
    record IllustrationCheck(Replay replay, Run base) {

        /** Why it may not, and what to do, in French; empty where it may. */
        Optional<String> refusal(boolean accepted) {
            if (!replay.isIllustration() || accepted && replay.mayHoldOn(base)) {
                return Optional.empty();
            }
            return Optional.of("Le barème « " + replay.baremeId() + " » du rejeu " + replay.id()
                    + " est une illustration, que rien n'a votée : " + toDo());
        }

        private String toDo() {
            return replay.mayHoldOn(base)
                    ? "pour le mettre en vigueur sur ces données reconstituées, ajoutez --illustration."
                    : "il ne se met pas en vigueur sur des données réelles. « ./passerelle replay diff " + replay.id()
                            + " » montre ce qu'il changerait ; préparez un rejeu sous un barème voté.";
        }
    }
}
