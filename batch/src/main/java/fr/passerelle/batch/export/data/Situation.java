package fr.passerelle.batch.export.data;

import fr.passerelle.rules.explanation.Proposals;
import java.time.YearMonth;

/**
 * What a table is made of.
 *
 * @param asOf the run's month
 * @param proposals what held once the run was published
 * @param known what the log had said when it closed
 * @param registers the attendance that the log had told by then; empty for a dataset that does not ask for it
 * @param published whether the export is for anybody
 */
record Situation(YearMonth asOf, Proposals proposals, Known known, Registers registers, boolean published) {}
