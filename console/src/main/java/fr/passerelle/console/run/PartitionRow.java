package fr.passerelle.console.run;

/**
 * What one partition said when it had scored a run, and what the read model holds of it.
 *
 * @param expected data records that it had to see
 * @param emitted results that it said it emitted
 * @param kept those that are in the read model
 */
record PartitionRow(int partition, boolean complete, long expected, long seen, long rooms, long emitted, long kept) {}
