package fr.passerelle.envelope.scenario;

import fr.passerelle.published.run.RunProgress;
import java.util.function.Consumer;

/** The stages of a solver as phases: each ends where the next begins, the last with the work. */
final class SolverStages implements Consumer<String>, AutoCloseable {

    private final RunProgress progress;
    private boolean begun;

    SolverStages(RunProgress progress) {
        this.progress = progress;
    }

    @Override
    public void accept(String stage) {
        close();
        progress.begin(stage);
        begun = true;
    }

    @Override
    public void close() {
        if (begun) {
            progress.end("fait");
            begun = false;
        }
    }
}
