package fr.passerelle.published.run;

import fr.passerelle.schemas.event.SourceRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked to do: kept with it, so that a restart does the same.
 *
 * @param inputs its files; at most one of role ROOMS, without which the inventory stays as it is; several of role
 *     ATTENDANCE, in the order given
 * @param asOf month, YYYY-MM; null for the latest month of the attendance
 * @param force whether it runs although nothing changed
 * @param withdrawals registers that it takes back
 * @param night day on which it opens, in France: read once, then only from here; null until it opens, and in a run
 *     opened before it was kept
 * @param facts SHA-256 of the facts that it stands on; null until it opens
 */
public record RunParameters(
        List<Input> inputs,
        @Nullable String asOf,
        boolean force,
        List<Withdrawal> withdrawals,
        @Nullable LocalDate night,
        @Nullable String facts) {

    /** Parameters kept before registers could be withdrawn have none. */
    public RunParameters {
        withdrawals = Objects.requireNonNullElse(withdrawals, List.of());
    }

    /** Without withdrawal. */
    public RunParameters(List<Input> inputs, @Nullable String asOf, boolean force) {
        this(inputs, asOf, force, List.of());
    }

    /** Asked, not yet opened. */
    public RunParameters(List<Input> inputs, @Nullable String asOf, boolean force, List<Withdrawal> withdrawals) {
        this(inputs, asOf, force, withdrawals, null, null);
    }

    /** The same, on the night of a day. */
    public RunParameters at(LocalDate day) {
        return new RunParameters(inputs, asOf, force, withdrawals, day, facts);
    }

    /** The same, on these facts. */
    public RunParameters on(String factsSha256) {
        return new RunParameters(inputs, asOf, force, withdrawals, night, factsSha256);
    }

    /** Those of a role, in order. */
    public List<Input> of(SourceRole role) {
        return inputs.stream().filter(input -> input.role() == role).toList();
    }
}
