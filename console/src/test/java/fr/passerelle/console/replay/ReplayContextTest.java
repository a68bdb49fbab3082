package fr.passerelle.console.replay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.ReplayForce;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunParameters;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.RunKind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayContextTest {

    private static final Replay VOTED = CompletedReplay.under(Baremes.load("2017-05"));
    private static final Replay ILLUSTRATION = CompletedReplay.under(Baremes.load("2018-01"));

    @Test
    void offersToPutInForceWhatTheCommandWouldAccept() {
        assertThat(on(true).gestures(ILLUSTRATION)).contains(ReplayAction.PUT_IN_FORCE);
        assertThat(on(false).gestures(VOTED)).contains(ReplayAction.PUT_IN_FORCE);
    }

    @Test
    void doesNotOfferAnIllustrationOnRealData() {
        assertThat(on(false).gestures(ILLUSTRATION)).containsExactly(ReplayAction.DISCARD);
    }

    private static ReplayContext on(boolean demonstration) {
        return new ReplayContext(
                Map.of(VOTED.baseRun(), base(demonstration)), 0, new ReplayForce(List.of()), Optional.empty());
    }

    private static Run base(boolean demonstration) {
        return new Run(
                VOTED.baseRun(),
                Run.idOf(VOTED.baseRun()),
                RunKind.NIGHTLY,
                Run.State.PUBLISHED,
                "identité",
                "2017-10",
                "2017-05",
                "",
                "",
                new RunParameters(List.of(), null, false),
                null,
                demonstration,
                null,
                "empreinte",
                null,
                OffsetDateTime.parse("2026-01-02T03:04:05Z"),
                null);
    }
}
