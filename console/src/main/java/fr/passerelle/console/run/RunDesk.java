package fr.passerelle.console.run;

import fr.passerelle.console.operation.Wording;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.reading.CurrentResults;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The runs as pages show them. */
@Component
class RunDesk {

    private final RunTable runs;
    private final Progress progress;
    private final Reconciliation reconciliation;
    private final CurrentResults current;
    private final Wording wording;
    private final int partitions;

    RunDesk(
            RunTable runs,
            Progress progress,
            Reconciliation reconciliation,
            CurrentResults current,
            Wording wording,
            @Value("${passerelle.partitions:12}") int partitions) {
        this.runs = runs;
        this.progress = progress;
        this.reconciliation = reconciliation;
        this.current = current;
        this.wording = wording;
        this.partitions = partitions;
    }

    List<RunLine> lines(int size, long offset) {
        boolean held = runs.isHeld();
        return runs.page(size, offset).stream()
                .map(run -> line(run, standing(run, held)))
                .toList();
    }

    /** The one that is not over, step by step. */
    Optional<RunView> unfinished() {
        return runs.unfinished().map(this::view);
    }

    /** @throws NotFound where there is none */
    RunRow row(String id) {
        return runs.find(id).orElseThrow(NotFound::new);
    }

    RunView view(RunRow run) {
        Standing standing = standing(run);
        int scored = reconciliation.partitions(run.no()).size();
        return RunView.of(
                run, line(run, standing), standing, progress.of(run, standing, scored, partitions), wording);
    }

    Standing standing(RunRow run) {
        return standing(run, runs.isHeld());
    }

    private static Standing standing(RunRow run, boolean held) {
        return Standing.of(run.state(), run.lastStatus(), held);
    }

    private RunLine line(RunRow run, Standing standing) {
        boolean holds = current.find().map(all -> all.run().no() == run.no()).orElse(false);
        return RunLine.of(run, standing, holds, wording);
    }
}
