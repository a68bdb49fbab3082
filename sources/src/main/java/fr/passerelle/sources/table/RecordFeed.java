package fr.passerelle.sources.table;

import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.sources.reject.Flaw;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Takes one record after the other from a text, blank ones passed over. Once the rows are known, a record whose quotes are in disorder is
 * refused with the lines after it that do not read as a row, and no more.
 */
final class RecordFeed implements Closeable {
    static final Flaw AFTER_CELL =
            whole("Du texte suit un guillemet fermant ; doublez le guillemet qui fait partie du texte.");
    static final Flaw INSIDE_CELL = whole(
            "Une cellule contient un guillemet sans en être entourée : entourez-la de guillemets et doublez celui-ci,"
                    + " ou retirez-le.");

    private static final String OPEN =
            "Un guillemet s'ouvre et n'est pas fermé à la fin de la ligne : fermez-le, ou doublez-le s'il fait partie"
                    + " du texte. Si les cellules de cette colonne ont plusieurs lignes, dites-le dans le mapping («"
                    + " multiligne: oui »).";
    private static final String HOLDS_ROWS =
            "Une cellule de plusieurs lignes contient ce qui se lit comme des lignes de la table : il manque un"
                    + " guillemet, ou il y en a un de trop.";

    /** Longest record, in characters: a longer one is a quote that is not closed or a file of another kind. */
    static final int MAX_RECORD = 1_000_000;

    private static final String[] NOTHING = {};

    private final StrictText text;
    private final StrictText.Window window;
    private final RecordScan scan;
    private final RecordScan.RecordCells cells;
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
    private boolean announced;
    private long announcing;
    private long blank;

    /** @param charset what its charset is called in messages */
    RecordFeed(StrictText text, Dialect dialect, String name, String charset) {
        this.text = text;
        this.window = new StrictText.Window(text);
        this.scan = new RecordScan(dialect);
        this.cells = new RecordScan.RecordCells(dialect);
        this.announced = dialect.announced();
        this.dialect = dialect;
        this.name = name;
        this.charset = charset;
    }

    void settle(RawTable.RowLayout rows) throws IOException {
        cells.keepOnly(rows.kept());
        guard = new QuoteGuard(rows);
        for (int at = 0; refused == null && lines > 1 && at < size; at += guard.length()) {
            if (guard.rowBegins(at)) {
                throw new UnusableFile(
                        "Le fichier « %s », ligne %d : un guillemet y est ouvert et n'est fermé qu'après des lignes de la table ; fermez-le."
                                .formatted(name, line));
            }
        }
    }

    /** The next record that says something; null after the last one. */
    @Nullable
    RawRow next() throws IOException {
        RawRow row = null;
        while (row == null && advance()) {
            row = row();
        }
        return row;
    }

    private boolean advance() throws IOException {
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

    RawTable.PassedLines passed() {
        return new RawTable.PassedLines(text.lines(), blank, announcing);
    }

    /** SHA-256 of the record as it was decoded, without its line end; to be asked once. */
    String sha256() {
        return refused == null ? textSoFar().sha256() : refused.sha256();
    }

    /** The record that was taken, null where it says nothing. */
    private @Nullable RawRow row() {
        if (announced) {
            announced = false;
            announcing = lines;
            return null;
        }
        if (refused != null) {
            return new RawRow(line, lines, NOTHING, 0, new RawRow.Extent(offset, refused.length), flaw);
        }
        if (!cells.take(scan, window)) {
            blank += lines;
            return null;
        }
        return cells.row(line, lines, new RawRow.Extent(offset, window.textEnd(0, size)), flaw);
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
        Flaw fault = scan.stray();
        while (fault == null && scan.open() && window.has(scan.at())) {
            int from = scan.at();
            int column = scan.cells() - 1;
            fault = guard == null ? null : guard.lineEnd(scan, lines);
            if (fault == null) {
                followLine();
                boolean closes = guard != null && guard.closesInRow(column, from, scan.at());
                fault = closes ? holdsRows(column) : scan.stray();
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

    private Flaw neverClosed() {
        if (guard == null) {
            throw unclosed();
        }
        return openQuote(scan.cells() - 1);
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

    /** Quotes are open at the end of a line, where they must not be. */
    static Flaw openQuote(int place) {
        return new Flaw(RejectReason.GUILLEMETS_SUR_PLUSIEURS_LIGNES, place, OPEN);
    }

    static Flaw holdsRows(int place) {
        return new Flaw(RejectReason.GUILLEMETS_SUR_PLUSIEURS_LIGNES, place, HOLDS_ROWS);
    }

    private static Flaw whole(String message) {
        return new Flaw(RejectReason.GUILLEMETS, Flaw.WHOLE, message);
    }

    /**
     * Keeps quotes from going round rows of the table. A line reads as a row where it has as many cells as rows have, with its quotes in
     * order; a line with one quote too many reads as one where that quote is taken as text.
     */
    private final class QuoteGuard {
        private final RecordScan probe = new RecordScan(dialect);
        private final RawTable.RowLayout layout;

        QuoteGuard(RawTable.RowLayout layout) {
            this.layout = layout;
        }

        /** Why a record of so many lines may not go on behind a line end inside its quotes; null where it may. */
        @Nullable
        Flaw lineEnd(RecordScan record, int lines) throws IOException {
            int column = record.cells() - 1;
            if (!layout.multiline().get(column) || record.at() > MAX_RECORD) {
                return openQuote(column);
            }
            int after = separators(record.opened(), record.at());
            boolean begun = lines == 1 && after > 0 && record.cells() + after == layout.width();
            return begun || rowBegins(record.at()) ? holdsRows(column) : null;
        }

        /** Whether a line, up to the quote that closes the cell of {@code column} begun before it, reads as the first cells of a row. */
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
            boolean ends = window.follow(probe, place, place + MAX_RECORD);
            if (!ends || probe.stray() != null || window.textEnd(place, place + length()) == place) {
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

    /** The text of lines that are refused together: how long it is, and its hash; none of it is kept. */
    private static final class RefusedText {
        private final MessageDigest digest = Sha256.digest();
        private String lineEnd = "";
        /** Its length in characters, without its last line end. */
        private long length;

        /** Adds lines that follow, with their line ends. */
        void add(StrictText.Window window, int from, int to) {
            int textEnd = window.textEnd(from, to);
            update(lineEnd);
            update(window.text(from, textEnd));
            lineEnd = window.text(textEnd, to);
        }

        /** SHA-256 in UTF-8, without its last line end; to be asked once. */
        String sha256() {
            return Sha256.hex(digest);
        }

        private void update(String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            length += text.length();
        }
    }
}
