package fr.passerelle.published.run;

import fr.passerelle.schemas.table.FileLines;
import java.util.List;

/** What became of the rows of each file of a run, and of the records of the registers that it took back. */
public record RunCounts(List<OfFile> files, WithdrawalCounts withdrawals) {

    /** The counts of one file. */
    public record OfFile(String role, String name, String sha256, FileLines lines, Counts counts) {}

    /** What the lines of all files are. */
    public FileLines lines() {
        return files.stream().map(OfFile::lines).reduce(FileLines.NONE, FileLines::plus);
    }

    /** All files together. */
    public Counts total() {
        return files.stream().map(OfFile::counts).reduce(Counts.NONE, Counts::plus);
    }

    /**
     * What became of a file's rows: {@code read = accepted + unchanged + rejected + controls}, where read counts those that are not blank, accepted
     * those that are new or different from what was known, controls lines of totals; of those that were taken, possible doubles are sessions equal
     * in every column to an earlier one of their file.
     */
    public record Counts(long read, long accepted, long unchanged, long rejected, long controls, long possibleDoubles) {

        /** No row. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        /** One row that was taken, and is new or different. */
        public static final Counts ACCEPTED = new Counts(1, 1, 0, 0, 0);

        /** One that was taken, and says what was known. */
        public static final Counts UNCHANGED = new Counts(1, 0, 1, 0, 0);

        /** One that was refused. */
        public static final Counts REJECTED = new Counts(1, 0, 0, 1, 0);

        /** One line of totals. */
        public static final Counts CONTROL = new Counts(1, 0, 0, 0, 1);

        /** No row, but one of those that were taken may be a double. */
        public static final Counts POSSIBLE_DOUBLE = new Counts(0, 0, 0, 0, 0, 1);

        /** Without possible doubles. */
        public Counts(long read, long accepted, long unchanged, long rejected, long controls) {
            this(read, accepted, unchanged, rejected, controls, 0);
        }

        /** Rows that are explained one way or another. */
        public long explained() {
            return accepted + unchanged + rejected + controls;
        }

        /** Both together. */
        public Counts plus(Counts other) {
            return new Counts(
                    read + other.read,
                    accepted + other.accepted,
                    unchanged + other.unchanged,
                    rejected + other.rejected,
                    controls + other.controls,
                    possibleDoubles + other.possibleDoubles);
        }
    }

    /**
     * What became of the records that rested on withdrawn files: withdrawn where no remaining file says them, restored to the earlier value of
     * another file, unchanged where another file says the same, or had already said otherwise, overlapping where their earlier value would straddle
     * another period of their room: it did not come back, and they are withdrawn.
     */
    public record WithdrawalCounts(long withdrawn, long restored, long unchanged, long overlapping) {

        /** Nothing was withdrawn. */
        public static final WithdrawalCounts NONE = new WithdrawalCounts(0, 0, 0, 0);

        /** Both together. */
        public WithdrawalCounts plus(WithdrawalCounts other) {
            return new WithdrawalCounts(
                    withdrawn + other.withdrawn,
                    restored + other.restored,
                    unchanged + other.unchanged,
                    overlapping + other.overlapping);
        }
    }
}
