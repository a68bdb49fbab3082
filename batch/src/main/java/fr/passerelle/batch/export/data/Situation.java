package fr.passerelle.batch.export.data;

import fr.passerelle.batch.territory.Facts;
import fr.passerelle.rules.explanation.Proposals;
import java.time.YearMonth;
import java.util.Objects;

/**
 * What a table is made of.
 *
 * @param proposals what held once the run was published
 * @param known what the log had said when it closed
 * @param registers the attendance that the log had told by then; empty for a dataset that does not ask for it
 * @param facts reference facts: postal codes, which the log does not hold
 */
record Situation(Provenance provenance, Proposals proposals, Known known, Registers registers, Facts facts) {

    /** Month of the run. */
    YearMonth asOf() {
        return YearMonth.parse(Objects.requireNonNull(provenance.run().asOf()));
    }

    /** Whether the export is for anybody. */
    boolean published() {
        return provenance.published();
    }
}
