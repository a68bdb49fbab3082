package fr.passerelle.sources.table;

import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawTables.ArchiveEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text file of separated cells. */
final class CsvTable implements RawTable {
    private static final int SAMPLE = 1 << 18;

    private final String name;
    private final Traits traits;
    private final DigestInputStream bytes;
    private final int width;
    private final RecordFeed feed;
    private final @Nullable ArchiveEntry around;

    private CsvTable(
            RawTables.ByteSource content,
            String name,
            Codings.Coding coding,
            Dialect.Guess guess,
            @Nullable ArchiveEntry around)
            throws IOException {
        Dialect dialect = guess.dialect();
        Dialect.Sample first = guess.records(dialect);
        this.name = name;
        this.traits = new Traits(
                "texte", coding.name(), dialect.separator(), dialect.quote(), dialect.escape(), first.lineEnd(), null);
        this.bytes = new DigestInputStream(content.open(), Sha256.digest());
        this.width = first.commonWidth();
        this.feed = new RecordFeed(coding.decode(bytes), dialect, name, coding.name());
        this.around = around;
    }

    /** @param around what the text is in, if anything; closed with it */
    static CsvTable open(RawTables.ByteSource content, String name, Reading reading, @Nullable ArchiveEntry around) {
        try {
            Codings.Coding coding = Codings.of(content, name, reading.charset());
            return new CsvTable(content, name, coding, sample(content, coding, reading, name), around);
        } catch (IOException failure) {
            throw RawTables.barred(name, failure);
        }
    }

    @Override
    public @Nullable RawRow next() {
        try {
            return feed.next();
        } catch (IOException | UncheckedIOException failure) {
            throw cut(failure);
        }
    }

    @Override
    public void settle(RowLayout rows) {
        try {
            feed.settle(rows);
        } catch (IOException failure) {
            throw cut(failure);
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public PassedLines lines() {
        return feed.passed();
    }

    @Override
    public String sha256() {
        return around == null ? Sha256.hex(bytes.getMessageDigest()) : around.sha256(name);
    }

    @Override
    public String part() {
        return around == null ? "" : around.part();
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
        try (around) {
            feed.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private UnusableFile cut(Exception failure) {
        return new UnusableFile(
                "Le fichier « %s », après la ligne %d, n'a pas pu être lu jusqu'au bout : vérifiez le disque et recommencez."
                        .formatted(name, feed.line()),
                failure);
    }

    private static Dialect.Guess sample(
            RawTables.ByteSource content, Codings.Coding coding, Reading reading, String name) throws IOException {
        char[] sample = new char[SAMPLE];
        int length = 0;
        try (StrictText text = coding.decode(content.open())) {
            int read = text.read(sample, 0, sample.length);
            while (read >= 0 && sample.length - length - read >= StrictText.LEAST_ROOM) {
                length += read;
                read = text.read(sample, length, sample.length - length);
            }
            length += Math.max(read, 0);
            return new Dialect.Guess(Arrays.copyOf(sample, length), read < 0, reading, name);
        }
    }
}
