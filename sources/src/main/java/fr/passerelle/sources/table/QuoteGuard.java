package fr.passerelle.sources.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps quotes from going round rows of the table. A line reads as a row where it has as many cells as rows have, with its quotes in
 * order; a line with one quote too many reads as one where that quote is taken as text.
 */
final class QuoteGuard {

    private final TextWindow window;
    private final Dialect dialect;
    private final RecordScan probe;
    private final RowLayout layout;

    QuoteGuard(TextWindow window, Dialect dialect, RowLayout layout) {
        this.window = window;
        this.dialect = dialect;
        this.probe = new RecordScan(dialect);
        this.layout = layout;
    }

    /**
     * Why a record may not go on behind a line end inside its quotes; null where it may.
     *
     * @param lines how many lines it has so far
     */
    @Nullable
    Flaw lineEnd(RecordScan record, int lines) throws IOException {
        int column = record.cells() - 1;
        if (!layout.multiline().get(column) || record.at() > RecordFeed.MAX_RECORD) {
            return QuoteFlaw.open(column);
        }
        int after = separators(record.opened(), record.at());
        boolean begun = lines == 1 && after > 0 && record.cells() + after == layout.width();
        return begun || rowBegins(record.at()) ? QuoteFlaw.holdsRows(column) : null;
    }

    /**
     * Whether a line, up to the quote that closes a cell begun before it, reads as the first cells of a row.
     *
     * @param column place of that cell
     * @param from where the line begins
     */
    boolean closesInRow(int column, int from, int to) {
        int closing = from;
        while (closing < to && window.at(closing) != dialect.quote()) {
            closing++;
        }
        return column > 0 && closing < to && separators(from, closing) == column;
    }

    /** Whether the line at a place reads as a row, or as the first line of one, cut in a cell that may have several but is not the first. */
    boolean rowBegins(int place) throws IOException {
        probe.begin();
        boolean ends = window.follow(probe, place, place + RecordFeed.MAX_RECORD);
        if (!ends || probe.stray() != RecordScan.Stray.NONE || window.textEnd(place, place + length()) == place) {
            return false;
        }
        return probe.open()
                ? probe.cells() > 1 && layout.multiline().get(probe.cells() - 1)
                : probe.cells() == layout.width();
    }

    /** Length of the line that was asked for last, with its line end. */
    int length() {
        return probe.at();
    }

    private int separators(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += window.at(i) == dialect.separator() ? 1 : 0;
        }
        return count;
    }
}
