package fr.passerelle.journal;

import fr.passerelle.schemas.diagnostic.DiagnosticRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Rows page by page, the next page read while the last one is on its way. It keeps two pages at most. Rows are read by a thread of its
 * own, hence outside the caller's transaction: what they tell must be committed.
 */
final class PagesAhead implements AutoCloseable {

    private final RelayRows rows;
    private final int most;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(DiagnosticRun.threads("relay-reader"));
    private @Nullable Ahead ahead;

    /** A page that is being read. */
    private record Ahead(long position, Future<List<JournalRow>> page) {}

    /** @param most how many rows a page is wanted to have */
    PagesAhead(RelayRows rows, int most) {
        this.rows = rows;
        this.most = most;
    }

    /** The page after a position; empty when nothing stands there now. */
    List<JournalRow> after(long position) {
        List<JournalRow> page = readAhead(position);
        if (page.isEmpty()) {
            page = get(submit(position));
        }
        if (!page.isEmpty()) {
            long last = page.getLast().seq();
            ahead = new Ahead(last, submit(last));
        }
        return page;
    }

    /** What was read ahead after this very position; a transaction that failed begins again where it had begun. */
    private List<JournalRow> readAhead(long position) {
        Ahead read = ahead;
        ahead = null;
        return read == null || read.position() != position ? List.of() : get(read.page());
    }

    private Future<List<JournalRow>> submit(long position) {
        return reader.submit(() -> {
            List<JournalRow> page = new ArrayList<>(most);
            rows.after(position, most, page::add);
            return page;
        });
    }

    private static List<JournalRow> get(Future<List<JournalRow>> page) {
        try {
            return page.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the journal was read", e);
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
