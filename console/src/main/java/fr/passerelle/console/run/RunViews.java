package fr.passerelle.console.run;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.result.ScoredPartitions;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.published.run.RunSituations;
import fr.passerelle.published.run.RunSituations.RunSituation;
import fr.passerelle.published.run.RunSituations.RunSituation.Phase;
import fr.passerelle.published.run.RunSituations.RunSituation.Standing;
import fr.passerelle.schemas.event.SourceRole;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The runs as pages show them. */
@Component
record RunViews(
        RunSituations runs,
        ScoredPartitions scored,
        CurrentResults current,
        PageTexts wording,
        ConsoleSettings settings) {

    List<RunLine> lines(int size, long offset) {
        return runs.page(size, offset).stream().map(this::line).toList();
    }

    /** The one that is not over, step by step. */
    Optional<RunView> unfinished() {
        return runs.unfinished().map(this::view);
    }

    /** The last one, over or not, step by step; empty where none was opened. */
    Optional<RunView> last() {
        return runs.last().map(this::view);
    }

    /** @throws NotFound where there is none */
    RunSituation get(String id) {
        return runs.find(id).orElseThrow(NotFound::new);
    }

    RunView view(RunSituation situation) {
        Standing standing = situation.standing();
        boolean awaited = standing == Standing.STOPPED && situation.run().expectedHash() != null;
        String toDo = wording.say("executions.afaire." + standing)
                + (awaited ? " " + wording.say("executions.afaire.attendue") : "");
        return new RunView(standing, line(situation), toDo, situation.next(), steps(situation));
    }

    private RunLine line(RunSituation situation) {
        Run run = situation.run();
        String standing = situation.standing().name();
        return new RunLine(
                run,
                wording.word("executions.nature", RunJob.of(run).name()),
                wording.word("executions.etat", standing),
                standing.toLowerCase(Locale.ROOT),
                current.find().filter(all -> all.run().no() == run.no()).isPresent(),
                RunLine.duration(situation.worked()));
    }

    /** Those that are over, the one that is on its way and those to come, in their order. */
    private List<StepLine> steps(RunSituation of) {
        Run run = of.run();
        Map<String, Phase> began =
                runs.phases(run).stream().collect(Collectors.toMap(Phase::step, Function.identity(), (a, b) -> b));
        return RunJob.of(run).steps().stream()
                .map(name -> {
                    Phase step = began.get(name);
                    return step == null ? toCome(name) : line(of, step);
                })
                .toList();
    }

    private StepLine toCome(String name) {
        return new StepLine(Phases.nameOf(name), wording.say("executions.etape.attente"), "attente", null, null, 0, 0);
    }

    private StepLine line(RunSituation of, Phase step) {
        String code = code(step.status(), of.standing());
        boolean running = code.equals("encours");
        return new StepLine(
                step.name(),
                wording.say("executions.etape." + code),
                code,
                RunLine.duration(step.worked()),
                detail(step),
                running ? done(of.run(), step) : 0,
                running ? most(of.run(), step) : 0);
    }

    private static String code(String status, Standing standing) {
        return switch (status) {
            case "COMPLETED" -> "fait";
            case "FAILED", "STOPPED" -> "arret";
            default -> standing == Standing.RUNNING ? "encours" : "interrompue";
        };
    }

    private long done(Run run, Phase step) {
        return step.step().equals(Phases.AWAIT) ? scored.partitions(run.no()).size() : step.read();
    }

    private long most(Run run, Phase step) {
        return switch (step.step()) {
            case Phases.STAGE ->
                run.parameters().of(SourceRole.ATTENDANCE).stream()
                        .mapToLong(Input::rows)
                        .sum();
            case Phases.AWAIT -> settings.partitions();
            default -> 0;
        };
    }

    private @Nullable String detail(Phase step) {
        return switch (step.step()) {
            case Phases.STAGE, Phases.RELAY ->
                wording.say("executions.etape.detail." + step.step(), PageFrench.INSTANCE.number(step.written()));
            default -> step.tries() > 1 ? wording.say("executions.etape.passages", step.tries()) : null;
        };
    }

    /** A run on its own page: what to do next, in French, and the command that does it, for an operator; null where there is none. */
    record RunView(
            Standing standing,
            RunLine line,
            String toDo,
            @Nullable String command,
            List<StepLine> steps) {

        public Run run() {
            return line.run();
        }

        public boolean running() {
            return standing == Standing.RUNNING;
        }

        public long done() {
            return steps.stream().filter(step -> step.code().equals("fait")).count();
        }

        public boolean published() {
            return run().state() == Run.State.PUBLISHED;
        }

        public boolean abandoned() {
            return run().state() == Run.State.ABANDONED;
        }
    }

    /** A run in the list, in French; its code is that of the standing, lower case, for its mark. */
    record RunLine(Run run, String kind, String standing, String code, boolean current, String worked) {

        /** Seconds below a minute, else minutes and seconds. */
        static String duration(Duration worked) {
            return worked.toMinutes() == 0
                    ? "%.1f s".formatted(worked.toMillis() / 1000.0).replace('.', ',')
                    : worked.toMinutes() + " min " + worked.toSecondsPart() + " s";
        }
    }

    /**
     * A step on the page of a run, in French; its code (fait, encours, arret, interrompue, attente) is for its mark. How long it worked is null
     * before it began, how far it is 0 of 0 where nobody can tell.
     */
    record StepLine(
            String name,
            String status,
            String code,
            @Nullable String worked,
            @Nullable String detail,
            long done,
            long most) {

        public boolean measured() {
            return most > 0;
        }
    }
}
