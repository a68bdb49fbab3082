package fr.passerelle.published.dataset;

import fr.passerelle.rules.explanation.Proposals;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the table of a dataset is made of.
 *
 * @param proposals what held once the run was published
 * @param known what the log had said when it closed; no attendance for a dataset that does not ask for it
 * @param postalCodes those of a commune, by INSEE code: the log does not hold them
 */
public record DatasetSource(
        Provenance provenance, Proposals proposals, LogInventory known, Function<String, List<String>> postalCodes) {

    /** Month of the run. */
    YearMonth asOf() {
        return YearMonth.parse(Objects.requireNonNull(provenance.run().asOf()));
    }

    /** Whether the export is for anybody. */
    boolean published() {
        return provenance.published();
    }
}
