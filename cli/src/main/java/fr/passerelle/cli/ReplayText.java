package fr.passerelle.cli;

import fr.passerelle.batch.replay.ReplayPlanner;
import fr.passerelle.published.place.PlaceNames;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.ReplayForce;
import fr.passerelle.published.replay.ReplayReport;
import fr.passerelle.published.replay.ReplayReports;
import fr.passerelle.published.replay.ReplayStep;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.contract.RecordJson;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One replay for people: what it is about, where it is, what to do. */
final class ReplayText {

    private static final int NAME = 14;

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
            out.println(RecordJson.write(ReplayJson.of(report)));
            return;
        }
        out.println("Rejeu " + replay.id() + (report.base().demonstration() ? " (reconstitution)" : "") + " : "
                + state(replay, force));
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
        line("préparé le", RunText.day(replay.plannedAt()) + ", par " + replay.account() + " : " + replay.reason());
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
        line("geste", name(step.kind()) + " le " + RunText.day(step.doneAt()) + ", par " + step.account() + run);
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
        out.println("  " + name + " ".repeat(Math.max(1, NAME - name.length())) + text);
    }
}
