package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.StageWriter.FileCounts;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.journal.Journal.PayloadTooLarge;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.diagnostic.RunTrace.DiagnosticRun;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Folds what a run says into months of rooms, and tells the log of those that changed: first the rooms of the staged lines, then what is
 * due besides. Its unit is a room, a batch is whole rooms, in the caller's transaction. While a batch is written, the next one is read and
 * computed in a thread of its own, where neither can depend on the other: no register is being withdrawn, and its rooms lose no line.
 */
public final class AttendanceFold implements AutoCloseable {

    /** Rooms that are looked at together where no line was read. */
    private static final int DUE = 100;

    /** Lines that are known of rooms for each that a transaction takes, at most. */
    private static final int MOST = 10;

    private final StagedLines staged;
    private final DueMonths due;
    private final Journal journal;
    private final DataSource dataSource;
    private final Records records;
    private final List<InputFile> files;
    private final long runNo;
    private final int lines;
    private final ImportedMonthTable table;
    private final RegisterFiles registers;
    private final Set<Integer> leaving;
    private final Deque<StagedLines.Room> waiting = new ArrayDeque<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DiagnosticRun.threads("fold-ahead"));
    private @Nullable CompletableFuture<@Nullable FoldBatch> ahead;
    private StagedLines.@Nullable Rooms rooms;

    /** Folds what the files of a run say, once they are read: all imports are known then. A transaction takes so many lines, or one room. */
    public AttendanceFold(
            DataSource dataSource, Journal journal, Records records, List<InputFile> files, long runNo, int lines) {
        this.lines = lines;
        this.dataSource = dataSource;
        this.staged = new StagedLines(dataSource);
        this.due = new DueMonths(dataSource);
        this.table = new ImportedMonthTable(dataSource);
        this.registers = new RegisterFiles(JdbcClient.create(dataSource));
        this.leaving = due.leaving();
        this.journal = journal;
        this.records = records;
        this.files = files;
        this.runNo = runNo;
    }

    /** Folds the next rooms of which lines were read, after a place, 0 at first, then where the call before ended; null when none was left. */
    public @Nullable FoldResult next(long after) {
        FoldBatch batch = ahead == null ? computed(batch(after)) : end(ahead);
        ahead = batch != null && isNextApart()
                ? CompletableFuture.supplyAsync(() -> computed(batch(after)), thread)
                : null;
        return batch == null ? null : write(batch);
    }

    private static @Nullable FoldBatch end(CompletableFuture<@Nullable FoldBatch> computing) {
        try {
            return computing.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    /** Whether what comes next depends on nothing that is not committed yet. */
    private boolean isNextApart() {
        boolean loses = waiting.isEmpty()
                ? Objects.requireNonNull(rooms).nextLoses()
                : waiting.getFirst().loses();
        return !loses && leaving.isEmpty();
    }

    /** Folds the next rooms of which a month is due, once all lines are folded; null when none was left. */
    public @Nullable FoldResult nextDue() {
        List<StagedLines.Room> batch = bounded(due.rooms(DUE).stream()
                .map(no -> new StagedLines.Room(no, no, List.of()))
                .toList());
        if (batch.isEmpty()) {
            due.endWithdrawals();
            return null;
        }
        return write(Objects.requireNonNull(computed(batch)));
    }

    private List<StagedLines.Room> batch(long after) {
        if (rooms == null) {
            rooms = staged.new Rooms(after);
        }
        if (waiting.isEmpty()) {
            read(rooms);
        }
        List<StagedLines.Room> batch = bounded(List.copyOf(waiting));
        batch.forEach(waiting::remove);
        return batch;
    }

    /** Reads some rooms, of which none loses lines to others, or each. */
    private void read(StagedLines.Rooms rooms) {
        int taken = 0;
        StagedLines.Room room = rooms.next();
        while (room != null) {
            waiting.add(room);
            taken += room.lines().size();
            room = taken < lines && room.loses() == rooms.nextLoses() ? rooms.next() : null;
        }
    }

    /** The first rooms, at least one, of which no more lines are known than a transaction takes. */
    private List<StagedLines.Room> bounded(List<StagedLines.Room> all) {
        Map<Integer, Long> known =
                table.sizes(all.stream().map(StagedLines.Room::no).toList());
        List<StagedLines.Room> batch = new ArrayList<>();
        long sum = 0;
        for (StagedLines.Room room : all) {
            sum += known.getOrDefault(room.no(), 0L);
            if (!batch.isEmpty() && sum > MOST * (long) lines) {
                break;
            }
            batch.add(room);
        }
        return batch;
    }

    private @Nullable FoldBatch computed(List<StagedLines.Room> batch) {
        return batch.isEmpty()
                ? null
                : new FoldBatch(dataSource, records, table, registers, files, leaving, batch).fold();
    }

    private FoldResult write(FoldBatch folded) {
        List<JournalEntry> entries = folded.write(runNo);
        try {
            journal.append(runNo, entries);
        } catch (PayloadTooLarge e) {
            // Lines of earlier files come back to the month: none of this run could be refused.
            MonthReported month = (MonthReported) e.record();
            throw new UnusableFile(
                    "Le mois %s de la salle « %s » aurait %d lignes, plus que le journal n'en tient en un enregistrement : abandonnez l'exécution (« abandon »), puis retirez aussi l'un des registres qui les apportent (« withdraw »)."
                            .formatted(
                                    month.getMonth(),
                                    month.getRoomId(),
                                    month.getLines().size()),
                    e);
        }
        return folded.folded();
    }

    @Override
    public void close() {
        thread.close();
        if (rooms != null) {
            rooms.close();
            rooms = null;
        }
    }

    /** The place of the last room folded, how many months were told anew, what became of their lines. */
    public record FoldResult(long place, long months, FileCounts counts) {}
}
