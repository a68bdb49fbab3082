package fr.passerelle.faults.check;

import java.util.List;
import java.util.stream.Stream;

/** I8: no run stands open, and the last that was published has the hash that it has when nothing disturbs. */
final class FinishedRuns {

    private FinishedRuns() {}

    static Stream<Violation> in(History history) {
        List<RunAccounts.Run> runs = history.accounts().runs();
        String hash = runs.stream()
                .filter(run -> run.state().equals("PUBLISHED"))
                .reduce((before, after) -> after)
                .map(RunAccounts.Run::hash)
                .orElse("aucune");
        Stream<Violation> unfinished = runs.stream()
                .filter(run -> run.state().equals("OPEN") || run.state().equals("FAILED"))
                .map(run -> new Violation(Promise.I8, "l'exécution " + run.no() + " est restée " + run.state()));
        return hash.equals(history.reference().hash())
                ? unfinished
                : Stream.concat(
                        unfinished,
                        Stream.of(new Violation(
                                Promise.I8,
                                "empreinte " + hash + ", attendue "
                                        + history.reference().hash())));
    }
}
