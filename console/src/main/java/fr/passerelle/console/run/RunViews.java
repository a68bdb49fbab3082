package fr.passerelle.console.run;

import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.run.StepProgress.StepLine;
import fr.passerelle.published.reconciliation.ScoredPartitions;
import fr.passerelle.published.run.Counts;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunSituation;
import fr.passerelle.published.run.RunSituation.Standing;
import fr.passerelle.published.run.RunSituations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The runs as pages show them. */
@Component
class RunViews {

    private final RunSituations runs;
    private final StepProgress progress;
    private final ScoredPartitions scored;
    private final CurrentResults current;
    private final PageTexts wording;
    private final int partitions;

    RunViews(
            RunSituations runs,
            StepProgress progress,
            ScoredPartitions scored,
            CurrentResults current,
            PageTexts wording,
            @Value("${passerelle.partitions:12}") int partitions) {
        this.runs = runs;
        this.progress = progress;
        this.scored = scored;
        this.current = current;
        this.wording = wording;
        this.partitions = partitions;
    }

    List<RunLine> lines(int size, long offset) {
        long holds = currentNo();
        return runs.page(size, offset).stream()
                .map(each -> RunLine.of(each, each.run().no() == holds, wording))
                .toList();
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
        long no = situation.run().no();
        RunLine line = RunLine.of(situation, no == currentNo(), wording);
        return RunView.of(
                situation, line, progress.of(situation, scored.partitions(no).size(), partitions), wording);
    }

    /** The run whose results hold; 0 where none was published. */
    private long currentNo() {
        return current.find().map(all -> all.run().no()).orElse(0L);
    }

    /**
     * A run on its own page.
     *
     * @param toDo what to do next, in French
     * @param command that does it, for an operator; null where there is none
     */
    record RunView(
            RunLine line,
            Run run,
            boolean running,
            String toDo,
            @Nullable String command,
            List<StepLine> steps,
            long done,
            boolean mayRestart,
            boolean mayAbandon,
            boolean mayRecover) {

        static RunView of(RunSituation situation, RunLine line, List<StepLine> steps, PageTexts wording) {
            Run run = situation.run();
            Standing standing = situation.standing();
            return new RunView(
                    line,
                    run,
                    standing == Standing.RUNNING,
                    wording.say("executions.afaire." + standing.name())
                            + (standing == Standing.STOPPED && run.expectedHash() != null
                                    ? " " + wording.say("executions.afaire.attendue")
                                    : ""),
                    situation.next(),
                    steps,
                    steps.stream().filter(step -> step.code().equals("fait")).count(),
                    standing.mayRestart(),
                    standing.mayBeAbandoned(),
                    standing == Standing.INTERRUPTED);
        }

        /** Whether its results are published. */
        public boolean published() {
            return run.state() == Run.State.PUBLISHED;
        }

        /** Whether it was given up. */
        public boolean abandoned() {
            return run.state() == Run.State.ABANDONED;
        }

        /** Why it stopped; null where it did not. */
        public @Nullable String failure() {
            return run.failure();
        }
    }

    /**
     * A run in the list.
     *
     * @param kind in French
     * @param standing in French
     * @param code stable code of the standing, lower case, for its mark
     */
    record RunLine(
            String id,
            String kind,
            String standing,
            String code,
            boolean current,
            @Nullable String asOf,
            String baremeId,
            Instant openedAt,
            String worked,
            Counts counts,
            @Nullable String hash) {

        static RunLine of(RunSituation situation, boolean current, PageTexts wording) {
            Run run = situation.run();
            String standing = situation.standing().name();
            return new RunLine(
                    run.id(),
                    wording.word("executions.nature", RunJob.of(run).name()),
                    wording.word("executions.etat", standing),
                    standing.toLowerCase(Locale.ROOT),
                    current,
                    run.asOf(),
                    run.baremeId(),
                    run.openedAt().toInstant(),
                    duration(situation.worked()),
                    run.total(),
                    run.resultHash());
        }

        /** Seconds below a minute, else minutes and seconds. */
        static String duration(Duration worked) {
            return worked.toMinutes() == 0
                    ? "%.1f s".formatted(worked.toMillis() / 1000.0).replace('.', ',')
                    : worked.toMinutes() + " min " + worked.toSecondsPart() + " s";
        }
    }
}
