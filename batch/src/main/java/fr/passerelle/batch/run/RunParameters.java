package fr.passerelle.batch.run;

import fr.passerelle.schemas.event.SourceRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked to do: kept with it, so that a restart does the same.
 *
 * @param inputs its files; at most one of role ROOMS, without which the inventory stays as it is; several of role ATTENDANCE, in the
 *     order given
 * @param asOf month, YYYY-MM; null for the latest month of the attendance
 * @param force whether it runs although nothing changed
 */
public record RunParameters(List<Input> inputs, @Nullable String asOf, boolean force) {

    /** Those of a role, in order. */
    public List<Input> of(SourceRole role) {
        return inputs.stream().filter(input -> input.role() == role).toList();
    }
}
