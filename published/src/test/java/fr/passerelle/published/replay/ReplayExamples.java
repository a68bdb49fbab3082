package fr.passerelle.published.replay;

import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.RunKind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** A replay that is completed, and the run that it is compared with. */
public final class ReplayExamples {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-02T03:04:05Z");

    private ReplayExamples() {}

    /** Of the whole region, up to {@link #base}. */
    public static Replay completed(Bareme bareme) {
        return replay(7, Replay.State.COMPLETED, bareme);
    }

    /** The same under another number, in another state. */
    static Replay replay(long no, Replay.State state, Bareme bareme) {
        return new Replay(
                no,
                Replay.idOf(no),
                "passerelle.replay.r-%06d".formatted(no),
                state,
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
                "apres-hash",
                null,
                NOW,
                NOW);
    }

    /** A night under a barème, of a reconstruction or not. */
    public static Run base(Bareme bareme, boolean demonstration) {
        return run(4, bareme, demonstration, "avant-hash");
    }

    /** Such a night by its number, that published this hash. */
    public static Run run(long no, Bareme bareme, boolean demonstration, String hash) {
        return new Run(
                no,
                Run.idOf(no),
                RunKind.NIGHTLY,
                Run.State.PUBLISHED,
                "",
                "2017-10",
                bareme.id(),
                bareme.sha256(),
                bareme.text(),
                new RunParameters(List.of(), null, false),
                null,
                demonstration,
                null,
                hash,
                null,
                NOW,
                NOW);
    }
}
