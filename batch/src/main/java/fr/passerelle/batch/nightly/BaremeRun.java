package fr.passerelle.batch.nightly;

import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The run that puts a barème in force, or takes it back: it writes no data, and publishes only the results that were shown before. */
@Component
public class BaremeRun {

    private final RunTurn turn;
    private final RunStart start;

    BaremeRun(RunTurn turn, RunStart start) {
        this.turn = turn;
        this.start = start;
    }

    /**
     * Changes the barème.
     *
     * @param asked what to put in force: told once no other run can begin, so that what it checks stays so
     * @param opened told the number of the run in the transaction that opens it
     * @throws RunRefused when it may not start; nothing was written
     */
    public RunOutcome change(Supplier<BaremeChange> asked, LongConsumer opened) {
        return turn.next(() -> start.of(asked.get(), opened));
    }
}
