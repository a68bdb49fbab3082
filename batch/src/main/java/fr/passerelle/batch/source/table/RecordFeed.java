package fr.passerelle.batch.source.table;

import fr.passerelle.batch.source.reject.Reason;
import fr.passerelle.batch.source.reject.UnusableFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Hands a text to the parser one record at a time: what the parser gives back is then always the record that was handed last, and its
 * text, its place and what is wrong with it are at hand. Blank lines are records here.
 */
final class RecordFeed extends Reader {

    /** Longest record, in characters: a longer one is a quote that is not closed or a file of another kind. */
    static final int MAX_RECORD = 1_000_000;

    private static final int ROOM = 1 << 16;

    private static final String STRAY =
            "Du texte suit un guillemet fermant ; doublez le guillemet qui fait partie du texte.";

    private final StrictText text;
    private final RecordScan scan;
    private final char quote;
    private final String name;
    private final String charset;
    private char[] buffer = new char[ROOM];
    private int length;
    private int start;
    private int textStart;
    private int end;
    private int handed;
    private long base;
    private long line;
    private @Nullable Flaw flaw;

    /**
     * @param name what the file is called in messages
     * @param charset what its charset is called in messages
     */
    RecordFeed(StrictText text, Dialect dialect, String name, String charset) {
        this.text = text;
        this.scan = new RecordScan(dialect);
        this.quote = dialect.quote();
        this.name = name;
        this.charset = charset;
    }

    @Override
    public int read(char[] target, int offset, int most) throws IOException {
        if (handed == end && !advance()) {
            return -1;
        }
        int count = Math.min(most, end - handed);
        System.arraycopy(buffer, handed, target, offset, count);
        if (!scan.escapes().isEmpty()) {
            doubleQuotes(target, offset, count);
        }
        handed += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** The line on which the record starts, from 1. */
    long line() {
        return line;
    }

    /** What keeps the record from being used, null where nothing does. */
    @Nullable
    Flaw flaw() {
        return flaw;
    }

    /** Where the record lies, without its line end. */
    RawRow.Extent extent() {
        return new RawRow.Extent(base + textStart, textEnd() - textStart);
    }

    /** SHA-256 of the record as it was decoded, without its line end. */
    String sha256() {
        return Sha256.of(new String(buffer, textStart, textEnd() - textStart).getBytes(StandardCharsets.UTF_8));
    }

    private boolean advance() throws IOException {
        if (end == length && !refill()) {
            return false;
        }
        start = end;
        handed = end;
        textStart = scan.afterCr() && buffer[end] == '\n' ? start + 1 : start;
        scan.begin();
        end = recordEnd();
        line = scan.recordLine();
        flaw = flaw(text.badOctet(base + end));
        return true;
    }

    private int recordEnd() throws IOException {
        int found = scan.next(buffer, start, start, length);
        while (found < 0) {
            requireBounded(length);
            int followed = length - start;
            if (!extend()) {
                requireClosed();
                return length;
            }
            found = scan.next(buffer, start, start + followed, length);
        }
        requireBounded(found);
        return found;
    }

    /** Reads on, where nothing is left; at the end of the file the last record stays. */
    private boolean refill() throws IOException {
        int read = text.read(buffer, 0, buffer.length);
        if (read < 0) {
            return false;
        }
        base += length;
        length = read;
        end = 0;
        return true;
    }

    /** Reads on behind the record that has begun, which moves to the front. */
    private boolean extend() throws IOException {
        base += start;
        textStart -= start;
        length -= start;
        char[] target = length > buffer.length / 2 ? new char[2 * buffer.length] : buffer;
        System.arraycopy(buffer, start, target, 0, length);
        buffer = target;
        start = 0;
        handed = 0;
        int read = text.read(buffer, length, buffer.length - length);
        length += Math.max(read, 0);
        return read >= 0;
    }

    private @Nullable Flaw flaw(long badOctet) {
        if (badOctet >= 0) {
            String message =
                    "L'octet n° %d du fichier n'a pas de sens en %s : réenregistrez le fichier, ou déclarez son"
                            + " encodage.";
            return new Flaw(Reason.OCTETS, Flaw.WHOLE, message.formatted(badOctet + 1, charset));
        }
        return scan.stray() ? new Flaw(Reason.GUILLEMETS, Flaw.WHOLE, STRAY) : null;
    }

    private void requireBounded(int to) {
        if (to - start > MAX_RECORD) {
            requireClosed();
            throw new UnusableFile(
                    "Le fichier « %s », ligne %d : la ligne dépasse %d caractères ; vérifiez les fins de ligne et le séparateur."
                            .formatted(name, scan.recordLine(), MAX_RECORD));
        }
    }

    private void requireClosed() {
        if (scan.open()) {
            throw new UnusableFile(
                    "Le fichier « %s », ligne %d : un guillemet y est ouvert et n'est jamais fermé ; fermez-le."
                            .formatted(name, scan.quoteLine()));
        }
    }

    /** The parser knows no escape but a doubled quote. */
    private void doubleQuotes(char[] target, int offset, int count) {
        int from = handed - start;
        for (int i = scan.escapes().nextSetBit(from);
                i >= 0 && i < from + count;
                i = scan.escapes().nextSetBit(i + 1)) {
            target[offset + i - from] = quote;
        }
    }

    private int textEnd() {
        int last = end;
        while (last > textStart && (buffer[last - 1] == '\n' || buffer[last - 1] == '\r')) {
            last--;
        }
        return last;
    }
}
