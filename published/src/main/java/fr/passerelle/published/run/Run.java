package fr.passerelle.published.run;

import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.RunKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
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

    /** The month of its night; of a run opened before its day was kept, the month in which it opened. */
    public YearMonth night() {
        LocalDate day = parameters.night();
        return YearMonth.from(day == null ? openedAt.atZoneSameInstant(FRANCE) : day);
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
}
