package fr.passerelle.study.replay;

import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.study.Study;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A replay that is completed, and the run that it is compared with. */
public final class ReplayExamples {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-02T03:04:05Z");

    private ReplayExamples() {}

    /** Of the whole region, up to {@link #base}. */
    public static Study<ReplayManifest> completed(Bareme bareme) {
        return replay(7, Study.State.COMPUTED, bareme);
    }

    static Study<ReplayManifest> replay(long no, Study.State state, Bareme bareme) {
        ReplayManifest asked = new ReplayManifest(
                "passerelle",
                4,
                bareme.id(),
                bareme.sha256(),
                "2017-10",
                ReplayManifest.Scope.REGION,
                new ReplayManifest.Slice(10, Map.of(0, 5L), ""));
        return new Study<>(
                ReplayManifest.SERIES,
                no,
                state,
                asked,
                "manifeste",
                Map.of(ReplayManifest.BAREME, bareme.text()),
                "Essai",
                "c-1",
                NOW,
                NOW,
                NOW,
                "apres-hash",
                null);
    }

    /** A night under a barème, of a reconstruction or not. */
    public static Run base(Bareme bareme, boolean demonstration) {
        return run(4, bareme, demonstration, "avant-hash");
    }

    /** Such a night by its number, that published this hash. */
    public static Run run(long no, Bareme bareme, boolean demonstration, String hash) {
        return run(no, RunKind.NIGHTLY, Run.State.PUBLISHED, NOW, bareme, demonstration, hash);
    }

    /** A run of any kind that stands so and began then; null where it has no hash. */
    public static Run run(
            long no,
            RunKind kind,
            Run.State state,
            OffsetDateTime begun,
            Bareme bareme,
            boolean demonstration,
            @Nullable String hash) {
        return new Run(
                no,
                Run.idOf(no),
                kind,
                state,
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
                begun,
                NOW);
    }
}
