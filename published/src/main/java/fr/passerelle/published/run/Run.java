package fr.passerelle.published.run;

import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.event.SourceFile;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.schemas.table.FileLines;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run, as the database keeps it.
 *
 * @param no number, from 1
 * @param id as people say it, N-000001
 * @param kind NIGHTLY, or PUT_IN_FORCE for one that only changes the barème
 * @param asOf month, YYYY-MM; null until it is known
 * @param counts what became of the rows; null until the run is closed
 * @param demonstration whether its rooms are a reconstruction
 * @param expectedHash hash that it must give to be published; null where none is expected
 * @param resultHash null until it is published
 * @param failure why it stopped, in French; null when it did not
 */
public record Run(
        long no,
        String id,
        RunKind kind,
        State state,
        String identity,
        @Nullable String asOf,
        String baremeId,
        String baremeHash,
        String baremeText,
        RunParameters parameters,
        @Nullable RunCounts counts,
        boolean demonstration,
        @Nullable String expectedHash,
        @Nullable String resultHash,
        @Nullable String failure,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime endedAt) {

    /** Where its nights are counted. */
    public static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** OPEN while it runs (or was killed), FAILED when it stopped and waits, else over. */
    public enum State {
        OPEN,
        FAILED,
        PUBLISHED,
        ABANDONED
    }

    /** Whether nobody voted its barème. */
    public boolean isIllustration() {
        return Baremes.read(baremeText).isIllustration();
    }

    /** Whether it waits to be restarted or abandoned. */
    public boolean unfinished() {
        return state == State.OPEN || state == State.FAILED;
    }

    /** The month of its night. */
    public YearMonth night() {
        return YearMonth.from(Objects.requireNonNull(parameters.night(), "A run opens on a day"));
    }

    /** Its files, each with what became of its rows: nothing yet, until it is closed. */
    public List<RunCounts.OfFile> files() {
        return counts == null
                ? parameters.inputs().stream()
                        .map(input -> new RunCounts.OfFile(
                                input.role().name(), input.name(), input.sha256(), input.lines(), Counts.NONE))
                        .toList()
                : counts.files();
    }

    /** What became of the rows of all its files. */
    public Counts total() {
        return counts == null ? Counts.NONE : counts.total();
    }

    /** How the number of a run reads. */
    public static String idOf(long no) {
        return "N-%06d".formatted(no);
    }

    /**
     * What a run was asked to do: kept with it, so that a restart does the same.
     *
     * @param inputs its files; at most one of role ROOMS, without which the inventory stays as it is; several of role
     *     ATTENDANCE, in the order given
     * @param asOf month, YYYY-MM; null for the latest month of the attendance
     * @param force whether it runs although nothing changed
     * @param withdrawals registers that it takes back
     * @param night day on which it opens, in France: read once, then only from here; null until it opens
     * @param facts SHA-256 of the facts that it stands on; null until it opens
     */
    public record RunParameters(
            List<Input> inputs,
            @Nullable String asOf,
            boolean force,
            List<Withdrawal> withdrawals,
            @Nullable LocalDate night,
            @Nullable String facts) {

        /** Without withdrawal. */
        public RunParameters(List<Input> inputs, @Nullable String asOf, boolean force) {
            this(inputs, asOf, force, List.of());
        }

        /** Asked, not yet opened. */
        public RunParameters(List<Input> inputs, @Nullable String asOf, boolean force, List<Withdrawal> withdrawals) {
            this(inputs, asOf, force, withdrawals, null, null);
        }

        /** The same, on the night of a day. */
        public RunParameters at(LocalDate day) {
            return new RunParameters(inputs, asOf, force, withdrawals, day, facts);
        }

        /** The same, on these facts. */
        public RunParameters on(String factsSha256) {
            return new RunParameters(inputs, asOf, force, withdrawals, night, factsSha256);
        }

        /** Those of a role, in order. */
        public List<Input> of(SourceRole role) {
            return inputs.stream().filter(input -> input.role() == role).toList();
        }
    }

    /**
     * A file that a run reads, as it was when the run opened. Where it is stays out of the database.
     *
     * @param name what it is called everywhere, unique in its run, never a person's
     * @param part the sheet of a workbook of several, as {@code #2}; empty where the file holds one table
     * @param mapping how it is read, as the mapping is written; empty for a file that has the columns of its schema
     * @param admitted columns that look like persons and that the mapping lets in, each with its reason, as far as both may be shown
     */
    public record Input(
            SourceRole role,
            String name,
            String sha256,
            String part,
            long rows,
            FileLines lines,
            String mapping,
            List<String> admitted) {

        /** What the register is known by: the file, and of a workbook of several sheets the sheet. */
        public String identity() {
            return sha256 + part;
        }

        public SourceFile toSourceFile() {
            return new SourceFile(role, name, sha256, rows);
        }
    }

    /** A register that a run takes back, and why, without any person's name; null when the run's own files replace it. */
    public record Withdrawal(
            String sha256, String name, @Nullable String reason) {}
}
