package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes one record after the other from a text, blank lines included. Once the rows are known, a record whose quotes are in disorder is
 * refused with the lines after it that do not read as a row, and no more.
 */
final class RecordFeed implements Closeable {

    /** Longest record, in characters: a longer one is a quote that is not closed or a file of another kind. */
    static final int MAX_RECORD = 1_000_000;

    private final StrictText text;
    private final TextWindow window;
    private final RecordScan scan;
    private final Dialect dialect;
    private final String name;
    private final String charset;
    private @Nullable QuoteGuard guard;
    private int size;
    private long offset;
    private long line = 1;
    private long quoteLine;
    private int lines;
    private @Nullable Flaw flaw;
    private @Nullable RefusedText refused;

    /**
     * @param name what the file is called in messages
     * @param charset what its charset is called in messages
     */
    RecordFeed(StrictText text, Dialect dialect, String name, String charset) {
        this.text = text;
        this.window = new TextWindow(text);
        this.scan = new RecordScan(dialect);
        this.dialect = dialect;
        this.name = name;
        this.charset = charset;
    }

    /**
     * From now on the records are rows.
     *
     * @throws UnusableFile when the quotes of the record that was taken last go round some
     * @throws IOException when the text cannot be read
     */
    void settle(RowLayout rows) throws IOException {
        guard = new QuoteGuard(window, dialect, rows);
        for (int at = 0; refused == null && lines > 1 && at < size; at += guard.length()) {
            if (guard.rowBegins(at)) {
                throw new UnusableFile(
                        "Le fichier « %s », ligne %d : un guillemet y est ouvert et n'est fermé qu'après des lignes de la table ; fermez-le."
                                .formatted(name, line));
            }
        }
    }

    /** Takes the next record; answers false after the last one. */
    boolean advance() throws IOException {
        window.pass(size);
        line += lines;
        size = 0;
        lines = 0;
        refused = null;
        offset = window.offset();
        return window.has(0) && take();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    /** The line on which the record starts, from 1. */
    long line() {
        return line;
    }

    /** How many lines it has. */
    int lines() {
        return lines;
    }

    /** Whether the cells of the record can be told apart. */
    boolean isWhole() {
        return refused == null;
    }

    /** Hands over the cells of a record that is whole; answers false where nothing but white space is in them. */
    boolean fill(RecordCells cells) {
        return cells.take(scan, window);
    }

    /** What keeps the record from being used, null where nothing does. */
    @Nullable
    Flaw flaw() {
        return flaw;
    }

    /** Where the record lies, without its line end. */
    RawRow.Extent extent() {
        return new RawRow.Extent(offset, refused == null ? window.textEnd(0, size) : refused.length());
    }

    /** SHA-256 of the record as it was decoded, without its line end; to be asked once. */
    String sha256() {
        return refused == null ? textSoFar().sha256() : refused.sha256();
    }

    private boolean take() throws IOException {
        Flaw fault = follow();
        size = scan.at();
        if (fault != null) {
            refuse();
        }
        long badOctet = text.badOctet(window.offset() + size);
        flaw = badOctet < 0 ? fault : octet(badOctet);
        return true;
    }

    /** Follows a record to its end, or to the line on which its quotes are found in disorder; answers why they are. */
    private @Nullable Flaw follow() throws IOException {
        scan.begin();
        followLine();
        Flaw fault = stray();
        while (fault == null && scan.open() && window.has(scan.at())) {
            int from = scan.at();
            int column = scan.cells() - 1;
            fault = guard == null ? null : guard.lineEnd(scan, lines);
            if (fault == null) {
                followLine();
                boolean closes = guard != null && guard.closesInRow(column, from, scan.at());
                fault = closes ? QuoteFlaw.holdsRows(column) : stray();
            }
        }
        return fault == null && scan.open() ? neverClosed() : fault;
    }

    private void followLine() throws IOException {
        int from = scan.at();
        boolean ends = window.follow(scan, 0, MAX_RECORD + (guard == null ? 0 : from));
        if (scan.open() && scan.opened() >= from) {
            quoteLine = line + lines;
        }
        if (!ends) {
            throw scan.open() ? unclosed() : tooLong();
        }
        lines++;
    }

    private @Nullable Flaw stray() {
        return switch (scan.stray()) {
            case NONE -> null;
            case AFTER_CELL -> QuoteFlaw.AFTER_CELL;
            case INSIDE_CELL -> QuoteFlaw.INSIDE_CELL;
        };
    }

    private Flaw neverClosed() {
        if (guard == null) {
            throw unclosed();
        }
        return QuoteFlaw.open(scan.cells() - 1);
    }

    /** Gives the record up, and behind open quotes the lines after it up to the next one that reads as a row. */
    private void refuse() throws IOException {
        RefusedText all = textSoFar();
        while (guard != null && scan.open() && window.has(size) && !guard.rowBegins(size)) {
            window.pass(size);
            size = guard.length();
            if (size >= MAX_RECORD) {
                throw tooLong();
            }
            all.add(window, 0, size);
            lines++;
        }
        refused = all;
    }

    private RefusedText textSoFar() {
        RefusedText all = new RefusedText();
        all.add(window, 0, size);
        return all;
    }

    private Flaw octet(long number) {
        String message = "L'octet n° %d du fichier n'a pas de sens en %s : réenregistrez le fichier, ou déclarez son"
                + " encodage.";
        return new Flaw(RejectReason.OCTETS, Flaw.WHOLE, message.formatted(number + 1, charset));
    }

    private UnusableFile tooLong() {
        return new UnusableFile(
                "Le fichier « %s », ligne %d : la ligne dépasse %d caractères ; vérifiez les fins de ligne et le séparateur."
                        .formatted(name, line + lines, MAX_RECORD));
    }

    private UnusableFile unclosed() {
        return new UnusableFile(
                "Le fichier « %s », ligne %d : un guillemet y est ouvert et n'est jamais fermé ; fermez-le."
                        .formatted(name, quoteLine));
    }
}
