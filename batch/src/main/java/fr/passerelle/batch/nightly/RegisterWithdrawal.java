package fr.passerelle.batch.nightly;

import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.published.origin.WithdrawalCheck;
import fr.passerelle.published.run.BaremeInForce;
import fr.passerelle.published.run.RunParameters;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The withdrawal of a register, as an operator asks for it. */
@Component
public class RegisterWithdrawal {

    private final RunTurn turn;
    private final RunStart start;
    private final BaremeInForce inForce;
    private final WithdrawalCheck withdrawals;

    RegisterWithdrawal(RunTurn turn, RunStart start, BaremeInForce inForce, WithdrawalCheck withdrawals) {
        this.turn = turn;
        this.start = start;
        this.inForce = inForce;
        this.withdrawals = withdrawals;
    }

    /**
     * Takes a register back, under the barème of the current run.
     *
     * @param hash at least eight hexadecimal digits of its SHA-256
     * @param reason why; of it only known words are kept, so that it names nobody
     * @param asOf YYYY-MM; null for the latest month that remains
     * @throws RunRefused when it is not known, or withdrawn already; nothing was written
     */
    public RunOutcome withdraw(String hash, String reason, @Nullable String asOf) {
        return turn.next(() -> {
            RunParameters asked =
                    start.tonight(new RunParameters(List.of(), asOf, false, List.of(withdrawals.of(hash, reason))));
            withdrawals.requireRemaining(asked.withdrawals());
            start.requireNoReplay(asked);
            return start.of(asked, inForce.get());
        });
    }
}
