package fr.passerelle.batch.export.data;

import fr.passerelle.rules.explanation.Proposals;

/**
 * What a table is made of.
 *
 * @param proposals what held once the run was published
 * @param known what the log had said when it closed
 * @param published whether the export is for anybody
 */
record Situation(Proposals proposals, Known known, boolean published) {}
