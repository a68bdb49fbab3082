package fr.passerelle.faults.check;

import java.util.List;

/**
 * What the runs say of themselves.
 *
 * @param runs all, by number
 * @param files counts of each file of each run that closed
 * @param scored what each partition said when a run closed
 * @param rejects all that were kept
 */
public record RunAccounts(List<Run> runs, List<FileCounts> files, List<Scored> scored, List<Reject> rejects) {

    /**
     * A run.
     *
     * @param state OPEN, FAILED, PUBLISHED or ABANDONED
     * @param hash its result hash; empty when it has none
     */
    public record Run(long no, String state, String hash) {}

    /**
     * What became of the rows of a file.
     *
     * @param told of those read, these of which it says what became of them
     * @param rejected of these, those that it refused
     */
    public record FileCounts(long runNo, String file, long read, long told, long rejected) {}

    /**
     * A partition that is done with a run.
     *
     * @param expected data records that the journal has of the partition
     * @param seen data records that it has seen
     * @param announced results that it emitted
     */
    public record Scored(long runNo, int partition, boolean complete, long expected, long seen, long announced) {}

    /**
     * A row that was refused.
     *
     * @param cells its cells as they were mapped, JSON
     */
    public record Reject(long runNo, String file, String sha256, long line, String reason, String cells) {}
}
