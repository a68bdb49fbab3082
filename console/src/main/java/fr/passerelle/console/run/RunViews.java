package fr.passerelle.console.run;

import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.reconciliation.ScoredPartitions;
import fr.passerelle.published.run.RunSituation;
import fr.passerelle.published.run.RunSituations;
import java.util.List;
import java.util.Optional;
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
}
