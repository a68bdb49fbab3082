package fr.passerelle.console.replay;

import fr.passerelle.published.replay.Replay;
import fr.passerelle.schemas.bareme.Bareme;
import java.time.OffsetDateTime;
import java.util.Map;

/** A replay of the whole region that is completed, under a barème. */
final class CompletedReplay {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-02T03:04:05Z");

    private CompletedReplay() {}

    static Replay under(Bareme bareme) {
        return new Replay(
                7,
                "R-000007",
                "passerelle.replay.r-000007",
                Replay.State.COMPLETED,
                bareme.id(),
                bareme.sha256(),
                bareme.text(),
                "2017-10",
                4,
                Replay.Scope.REGION,
                new Replay.Manifest(10, Map.of(0, 5L), ""),
                "manifeste",
                "Essai",
                "c-1",
                "empreinte",
                null,
                NOW,
                NOW);
    }
}
