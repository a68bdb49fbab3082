package fr.passerelle.batch.check;

import fr.passerelle.batch.source.Counts;
import fr.passerelle.batch.source.reject.Rejected;
import java.util.List;

/**
 * What an import would make of a file.
 *
 * @param counts a row that would be new, different or unchanged counts as accepted: what is known is not looked at
 * @param correctedCells cells of accepted rows
 * @param rejects by reason
 * @param corrections by code
 * @param first the first accepted rows
 */
public record Checked(
        FileFacts file,
        Counts counts,
        long correctedCells,
        List<Cases<Rejected>> rejects,
        List<Cases<CorrectedCell>> corrections,
        List<AcceptedRow> first) {}
