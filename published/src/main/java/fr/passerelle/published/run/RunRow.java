package fr.passerelle.published.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as the database keeps it.
 *
 * @param no from 1
 * @param id as people say it, N-000001
 * @param kind NIGHTLY, PUT_IN_FORCE or REPLAY
 * @param asOf month, YYYY-MM; null until it is known
 * @param demonstration whether its data are a reconstruction
 * @param expectedHash hash that it must give to be published; null where none is expected
 * @param resultHash null until it is published
 * @param failure why it stopped, in French; null where it did not
 * @param files what it reads, with what became of their rows once it is closed
 * @param worked how long its executions worked; waits before a restart are left out
 * @param lastStatus of its last execution, as Spring Batch writes it; null where it had none
 * @param lastStep the last that began; null where none did
 */
public record RunRow(
        long no,
        String id,
        String kind,
        String state,
        @Nullable String asOf,
        String baremeId,
        boolean demonstration,
        @Nullable String expectedHash,
        @Nullable String resultHash,
        @Nullable String failure,
        Instant openedAt,
        @Nullable Instant endedAt,
        List<FileRows> files,
        Duration worked,
        @Nullable String lastStatus,
        @Nullable String lastStep) {

    /** Rows of all its files together. */
    public RowCounts counts() {
        return files.stream().map(FileRows::counts).reduce(RowCounts.NONE, RowCounts::plus);
    }

    /** Rows that a step reads, for its progress: those of the registers. */
    public long registerRows() {
        return files.stream()
                .filter(file -> file.role().equals("ATTENDANCE"))
                .mapToLong(FileRows::rows)
                .sum();
    }
}
