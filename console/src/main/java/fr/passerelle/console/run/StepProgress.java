package fr.passerelle.console.run;

import fr.passerelle.console.operation.Wording;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.published.run.RunRow;
import fr.passerelle.published.run.StepRow;
import fr.passerelle.published.run.StepTable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The steps of a run, those that are over, the one that is on its way and those to come, in their order. */
@Component
class StepProgress {

    private static final List<String> NIGHTLY = List.of(
            "open",
            "territories",
            "rooms",
            "sites",
            "withdrawals",
            "stage",
            "ids",
            "fold",
            "refusals",
            "decisions",
            "close",
            "relay",
            "await",
            "reconcile",
            "publish",
            "announce");

    private final StepTable steps;
    private final Wording wording;

    StepProgress(StepTable steps, Wording wording) {
        this.steps = steps;
        this.wording = wording;
    }

    /**
     * The lines of a run.
     *
     * @param scored partitions that said they scored it
     * @param partitions that there are
     */
    List<StepLine> of(RunRow run, RunState standing, int scored, int partitions) {
        Map<String, StepRow> began = steps.of(run.no()).stream()
                .collect(Collectors.toMap(
                        StepRow::name, Function.identity(), (a, b) -> b, java.util.LinkedHashMap::new));
        return names(run, began)
                .map(name -> {
                    StepRow step = began.get(name);
                    return step == null ? toCome(name) : line(run, standing, step, scored, partitions);
                })
                .toList();
    }

    private static Stream<String> names(RunRow run, Map<String, StepRow> began) {
        return run.kind().equals("NIGHTLY") ? NIGHTLY.stream() : began.keySet().stream();
    }

    private StepLine toCome(String name) {
        return new StepLine(title(name), wording.say("executions.etape.attente"), "attente", null, null, 0, 0);
    }

    private StepLine line(RunRow run, RunState standing, StepRow step, int scored, int partitions) {
        String code = code(step.status(), standing);
        boolean running = code.equals("encours");
        return new StepLine(
                title(step.name()),
                wording.say("executions.etape." + code),
                code,
                RunLine.duration(step.worked()),
                detail(step),
                running ? done(step, scored) : 0,
                running ? most(run, step, partitions) : 0);
    }

    static String code(String status, RunState standing) {
        return switch (status) {
            case "COMPLETED" -> "fait";
            case "FAILED", "STOPPED" -> "arret";
            default -> standing == RunState.RUNNING ? "encours" : "interrompue";
        };
    }

    private static long done(StepRow step, int scored) {
        return step.name().equals("await") ? scored : step.read();
    }

    private static long most(RunRow run, StepRow step, int partitions) {
        return switch (step.name()) {
            case "stage" -> run.registerRows();
            case "await" -> partitions;
            default -> 0;
        };
    }

    private @org.jspecify.annotations.Nullable String detail(StepRow step) {
        return switch (step.name()) {
            case "stage", "relay" ->
                wording.say("executions.etape.detail." + step.name(), PageFrench.INSTANCE.number(step.written()));
            default -> step.tries() > 1 ? wording.say("executions.etape.passages", step.tries()) : null;
        };
    }

    private String title(String name) {
        return wording.word("executions.phase", name);
    }
}
