package fr.passerelle.batch.rebuild;

/**
 * What a rebuilding of the topics did.
 *
 * @param deleted topics that were there and were deleted, those of the readers' state included
 * @param records rows of the journal that were written to the new topics
 * @param forgotten rows of the read model that were removed: those of runs that the database does not know, or that are not over
 */
public record RebuildReport(int deleted, long records, long forgotten) {}
