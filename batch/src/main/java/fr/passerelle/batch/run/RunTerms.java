package fr.passerelle.batch.run;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.RunKind;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a run opens on, beside what it was asked.
 *
 * @param expectedHash hash that it must give to be published; null where none is expected
 */
public record RunTerms(
        RunKind kind,
        Bareme bareme,
        String identity,
        @Nullable String expectedHash) {

    /** A night: whatever its results are, they are published. */
    public static RunTerms night(Bareme bareme, String identity) {
        return new RunTerms(RunKind.NIGHTLY, bareme, identity, null);
    }
}
