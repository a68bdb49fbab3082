package fr.passerelle.published.run;

import fr.passerelle.schemas.table.FileLines;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What became of the rows of each file of a run, and of the records of the registers that it took back. */
public record RunCounts(List<OfFile> files, WithdrawalCounts withdrawals) {

    /** Reads what runs keep: what nobody counted when they ran is 0. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Counts kept before registers could be withdrawn have none. */
    public RunCounts {
        withdrawals = Objects.requireNonNullElse(withdrawals, WithdrawalCounts.NONE);
    }

    /**
     * The counts of one file.
     *
     * @param lines what its lines are
     */
    public record OfFile(String role, String name, String sha256, FileLines lines, Counts counts) {

        /** Counts kept before lines were counted have none. */
        public OfFile {
            lines = Objects.requireNonNullElse(lines, FileLines.UNCOUNTED);
        }
    }

    /** What the lines of all files are. */
    public FileLines lines() {
        return files.stream().map(OfFile::lines).reduce(FileLines.UNCOUNTED, FileLines::plus);
    }

    /** All files together. */
    public Counts total() {
        return files.stream().map(OfFile::counts).reduce(Counts.NONE, Counts::plus);
    }
}
