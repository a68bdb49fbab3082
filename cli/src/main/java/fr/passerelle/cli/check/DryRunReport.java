package fr.passerelle.cli.check;

import fr.passerelle.batch.attendance.Remarks;
import fr.passerelle.published.run.Counts;
import fr.passerelle.sources.reject.RejectedRow;
import java.util.List;

/**
 * What an import would make of a file.
 *
 * @param counts a row that would be new, different or unchanged counts as accepted: what is known is not looked at
 * @param correctedCells cells of accepted rows
 * @param sums of accepted rows, by column
 * @param rejects by reason
 * @param corrections by code
 * @param remarks what is odd about accepted rows, by code
 * @param first the first accepted rows
 * @param others activities that are not in the vocabulary, commonest first
 */
public record DryRunReport(
        FileFacts file,
        Counts counts,
        long correctedCells,
        List<ColumnSum> sums,
        List<Cases<RejectedRow>> rejects,
        List<Cases<CorrectedCell>> corrections,
        List<Remarks> remarks,
        List<AcceptedRow> first,
        List<OtherActivity> others) {}
