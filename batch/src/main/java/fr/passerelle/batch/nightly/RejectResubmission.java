package fr.passerelle.batch.nightly;

import fr.passerelle.batch.attendance.Resubmissions;
import fr.passerelle.batch.input.Inputs;
import fr.passerelle.batch.input.Inputs.GivenFile;
import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.published.origin.WithdrawalCheck;
import fr.passerelle.published.run.BaremeInForce;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunParameters;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The resubmission of corrected rejects, as an operator asks for it. */
@Component
public class RejectResubmission {

    private final RunTurn turn;
    private final RunStart start;
    private final Runs runs;
    private final BaremeInForce inForce;
    private final WithdrawalCheck withdrawals;
    private final Resubmissions resubmissions;

    RejectResubmission(
            RunTurn turn,
            RunStart start,
            Runs runs,
            BaremeInForce inForce,
            WithdrawalCheck withdrawals,
            Resubmissions resubmissions) {
        this.turn = turn;
        this.start = start;
        this.runs = runs;
        this.inForce = inForce;
        this.withdrawals = withdrawals;
        this.resubmissions = resubmissions;
    }

    /**
     * Lets corrected rejects enter, under the barème of the current run and for the month that was asked of it.
     *
     * @throws RunRefused when it may not start; nothing was written
     * @throws UnusableFile when the file is not a corrected export; nothing was written
     */
    public RunOutcome resubmit(Path file) {
        return turn.next(() -> {
            GivenFile given = Inputs.resubmitted(file);
            resubmissions.requireKnown(given.file());
            RunParameters asked = start.tonight(new RunParameters(List.of(given.input()), month(), false));
            Bareme bareme = inForce.get();
            return start.standing(asked, bareme).orElseGet(() -> {
                withdrawals.requireNeverWithdrawn(asked.inputs());
                return start.on(List.of(given), asked, bareme);
            });
        });
    }

    private @Nullable String month() {
        return runs.currentRun().map(Run::parameters).map(RunParameters::asOf).orElse(null);
    }
}
