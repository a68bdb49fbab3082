package fr.passerelle.batch.source.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import fr.passerelle.batch.source.reject.UnusableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A text file of separated cells. */
final class CsvTable implements RawTable {

    private static final int SAMPLE = 1 << 18;

    private final String name;
    private final Traits traits;
    private final DigestInputStream bytes;
    private final RecordFeed feed;
    private final RecordHandler handler;
    private final CloseableIterator<RecordHandler> records;
    private boolean announced;

    private CsvTable(Bytes content, String name, Coding coding, DialectGuess guess) throws IOException {
        Dialect dialect = guess.dialect();
        this.name = name;
        this.traits = Traits.ofText(
                coding.name(), dialect.separator(), dialect.quote(), dialect.escape(), guess.lineEnd(dialect));
        this.bytes = new DigestInputStream(content.open(), Sha256.digest());
        this.feed = new RecordFeed(coding.decode(bytes), dialect, name, coding.name());
        this.handler = new RecordHandler(dialect.escape());
        this.records = parsed(dialect);
        this.announced = dialect.announced();
    }

    /**
     * Opens a text.
     *
     * @param name what the file is called in messages
     * @throws UnusableFile when it cannot be read, or its charset or separator cannot be told
     */
    static CsvTable open(Bytes content, String name, Reading reading) {
        try {
            Coding coding = Codings.of(content, name, reading.charset());
            return new CsvTable(content, name, coding, sample(content, coding, reading, name));
        } catch (IOException failure) {
            throw new UnusableFile(
                    "Le fichier « %s » ne peut pas être lu : vérifiez qu'il existe et que vous avez le droit de le lire."
                            .formatted(name),
                    failure);
        }
    }

    @Override
    public @Nullable RawRow next() {
        if (announced) {
            announced = false;
            handled();
        }
        RecordHandler handled = handled();
        while (handled != null && handled.blank()) {
            handled = handled();
        }
        return handled == null ? null : handled.row(feed.line(), feed.extent(), feed.flaw());
    }

    @Override
    public void keepOnly(BitSet places) {
        handler.keepOnly(places);
    }

    @Override
    public String sha256() {
        return Sha256.hex(bytes.getMessageDigest());
    }

    @Override
    public String recordSha256() {
        return feed.sha256();
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private @Nullable RecordHandler handled() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException failure) {
            throw failure.getCause() instanceof UnusableFile unusable ? unusable : cut(failure);
        } catch (UncheckedIOException failure) {
            throw cut(failure);
        }
    }

    private UnusableFile cut(RuntimeException failure) {
        return new UnusableFile(
                "Le fichier « %s », après la ligne %d, n'a pas pu être lu jusqu'au bout : vérifiez le disque et recommencez."
                        .formatted(name, feed.line()),
                failure);
    }

    private CloseableIterator<RecordHandler> parsed(Dialect dialect) {
        return CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .quoteCharacter(dialect.quote())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .build(handler, feed)
                .iterator();
    }

    private static DialectGuess sample(Bytes content, Coding coding, Reading reading, String name) throws IOException {
        char[] sample = new char[SAMPLE];
        int length = 0;
        try (StrictText text = coding.decode(content.open())) {
            int read = text.read(sample, 0, sample.length);
            while (read >= 0 && sample.length - length - read >= StrictText.LEAST_ROOM) {
                length += read;
                read = text.read(sample, length, sample.length - length);
            }
            length += Math.max(read, 0);
            return new DialectGuess(Arrays.copyOf(sample, length), read < 0, reading, name);
        }
    }
}
