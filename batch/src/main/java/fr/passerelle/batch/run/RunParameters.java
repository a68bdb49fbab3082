package fr.passerelle.batch.run;

import fr.passerelle.schemas.event.SourceRole;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked to do: kept with it, so that a restart does the same.
 *
 * @param inputs its files; at most one of role ROOMS, without which the inventory stays as it is; several of role ATTENDANCE, in the
 *     order given
 * @param asOf month, YYYY-MM; null for the latest month of the attendance
 * @param force whether it runs although nothing changed
 * @param withdrawals registers that it takes back
 */
public record RunParameters(List<Input> inputs, @Nullable String asOf, boolean force, List<Withdrawal> withdrawals) {

    /** Parameters kept before registers could be withdrawn have none. */
    public RunParameters {
        withdrawals = Objects.requireNonNullElse(withdrawals, List.of());
    }

    /** Without withdrawal. */
    public RunParameters(List<Input> inputs, @Nullable String asOf, boolean force) {
        this(inputs, asOf, force, List.of());
    }

    /** Those of a role, in order. */
    public List<Input> of(SourceRole role) {
        return inputs.stream().filter(input -> input.role() == role).toList();
    }
}
