package fr.passerelle.batch.nightly;

import fr.passerelle.batch.input.Inputs;
import fr.passerelle.batch.input.Inputs.GivenFile;
import fr.passerelle.batch.input.Inputs.NightlyRequest;
import fr.passerelle.batch.room.RoomInventory;
import fr.passerelle.batch.room.SiteFile;
import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.published.origin.WithdrawalCheck;
import fr.passerelle.published.run.BaremeInForce;
import fr.passerelle.published.run.Input;
import fr.passerelle.published.run.RunParameters;
import fr.passerelle.published.run.Withdrawal;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.List;
import org.springframework.stereotype.Component;

/** A night, as an operator asks for it: what it may not do is refused before it opens. */
@Component
public class Nightly {

    private final RunTurn turn;
    private final RunStart start;
    private final BaremeInForce inForce;
    private final WithdrawalCheck withdrawals;
    private final RoomInventory rooms;
    private final SiteFile sites;

    Nightly(
            RunTurn turn,
            RunStart start,
            BaremeInForce inForce,
            WithdrawalCheck withdrawals,
            RoomInventory rooms,
            SiteFile sites) {
        this.turn = turn;
        this.start = start;
        this.inForce = inForce;
        this.withdrawals = withdrawals;
        this.rooms = rooms;
        this.sites = sites;
    }

    /**
     * Runs a night, unless nothing changed since the last one.
     *
     * @throws RunRefused when it may not start; nothing was written
     */
    public RunOutcome run(NightlyRequest request) {
        return turn.next(() -> night(request));
    }

    private RunOutcome night(NightlyRequest request) {
        Bareme bareme = inForce.ofNight(request.bareme());
        List<GivenFile> given = Inputs.examine(request);
        List<Input> inputs = given.stream().map(GivenFile::input).toList();
        RunParameters asked =
                start.tonight(new RunParameters(inputs, request.asOf(), request.force(), replaced(request)));
        start.requireNoReplay(asked);
        return start.standing(asked, bareme).orElseGet(() -> anew(given, asked, bareme));
    }

    private RunOutcome anew(List<GivenFile> given, RunParameters asked, Bareme bareme) {
        withdrawals.requireRemaining(asked.withdrawals());
        if (!asked.force()) {
            withdrawals.requireNeverWithdrawn(asked.of(SourceRole.ATTENDANCE));
        }
        given.forEach(this::check);
        return start.on(given, asked, bareme);
    }

    private void check(GivenFile snapshot) {
        switch (snapshot.input().role()) {
            case ROOMS -> rooms.check(snapshot.file());
            case SITES -> sites.check(snapshot.file());
            default -> {}
        }
    }

    private List<Withdrawal> replaced(NightlyRequest request) {
        return request.replaces().stream()
                .map(hash -> withdrawals.of(hash, null))
                .distinct()
                .toList();
    }
}
