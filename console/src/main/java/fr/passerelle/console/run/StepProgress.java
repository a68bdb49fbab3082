package fr.passerelle.console.run;

import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.run.RunViews.RunLine;
import fr.passerelle.published.run.Input;
import fr.passerelle.published.run.Phases;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunSituation;
import fr.passerelle.published.run.RunSituations;
import fr.passerelle.schemas.event.SourceRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps of a run, those that are over, the one that is on its way and those to come, in their order. */
@Component
class StepProgress {

    private final RunSituations runs;
    private final PageTexts wording;

    StepProgress(RunSituations runs, PageTexts wording) {
        this.runs = runs;
        this.wording = wording;
    }

    /** The lines of a run. */
    List<StepLine> of(RunSituation of, int scored, int partitions) {
        Run run = of.run();
        Map<String, RunSituation.Phase> began = runs.phases(run).stream()
                .collect(Collectors.toMap(
                        RunSituation.Phase::step, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        return RunJob.of(run).steps().stream()
                .map(name -> {
                    RunSituation.Phase step = began.get(name);
                    return step == null ? toCome(name) : line(of, step, scored, partitions);
                })
                .toList();
    }

    private StepLine toCome(String name) {
        return new StepLine(Phases.nameOf(name), wording.say("executions.etape.attente"), "attente", null, null, 0, 0);
    }

    private StepLine line(RunSituation of, RunSituation.Phase step, int scored, int partitions) {
        String code = code(step.status(), of.standing());
        boolean running = code.equals("encours");
        return new StepLine(
                step.name(),
                wording.say("executions.etape." + code),
                code,
                RunLine.duration(step.worked()),
                detail(step),
                running ? done(step, scored) : 0,
                running ? most(of.run(), step, partitions) : 0);
    }

    static String code(String status, RunSituation.Standing standing) {
        return switch (status) {
            case "COMPLETED" -> "fait";
            case "FAILED", "STOPPED" -> "arret";
            default -> standing == RunSituation.Standing.RUNNING ? "encours" : "interrompue";
        };
    }

    private static long done(RunSituation.Phase step, int scored) {
        return step.step().equals(Phases.AWAIT) ? scored : step.read();
    }

    private static long most(Run run, RunSituation.Phase step, int partitions) {
        return switch (step.step()) {
            case Phases.STAGE -> registerRows(run);
            case Phases.AWAIT -> partitions;
            default -> 0;
        };
    }

    private static long registerRows(Run run) {
        return run.parameters().of(SourceRole.ATTENDANCE).stream()
                .mapToLong(Input::rows)
                .sum();
    }

    private @Nullable String detail(RunSituation.Phase step) {
        return switch (step.step()) {
            case Phases.STAGE, Phases.RELAY ->
                wording.say("executions.etape.detail." + step.step(), PageFrench.INSTANCE.number(step.written()));
            default -> step.tries() > 1 ? wording.say("executions.etape.passages", step.tries()) : null;
        };
    }

    /**
     * A step on the page of a run.
     *
     * @param name in French
     * @param status in French
     * @param code fait, encours, arret or attente, for its mark
     * @param worked how long; null before it began
     * @param detail what it counted, in French; null where it counts nothing
     * @param done of {@code most}: how far it is; both 0 where nobody can tell
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
