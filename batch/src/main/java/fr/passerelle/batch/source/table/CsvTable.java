package fr.passerelle.batch.source.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import fr.passerelle.batch.source.reject.Reason;
import fr.passerelle.batch.source.reject.UnusableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A text file of separated cells. */
final class CsvTable implements RawTable {

    private final String name;
    private final DigestInputStream bytes;
    private final QuoteWatch watch = new QuoteWatch();
    private final RecordHandler handler = new RecordHandler();
    private final CloseableIterator<RecordHandler> records;

    private CsvTable(Bytes content, String name) {
        this.name = name;
        this.bytes = bytes(content, name);
        this.records = CsvReader.builder()
                .fieldSeparator(';')
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .build(handler, new StrictUtf8(bytes, name, watch))
                .iterator();
    }

    static CsvTable open(Bytes content, String name) {
        return new CsvTable(content, name);
    }

    @Override
    public @Nullable RawRow next() {
        try {
            return records.hasNext() ? row(records.next()) : null;
        } catch (CsvParseException failure) {
            throw failure.getCause() instanceof UnusableFile unusable ? unusable : endless(failure);
        } catch (UncheckedIOException failure) {
            throw new UnusableFile(
                    "Le fichier « %s » n'a pas pu être lu jusqu'au bout : vérifiez le disque et recommencez."
                            .formatted(name),
                    failure);
        }
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
        return Sha256.of(String.join(";", handler.row(null).texts()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Traits traits() {
        return Traits.ofText("UTF-8", ';', '"', null, "mixte");
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private RawRow row(RecordHandler handled) {
        return watch.stray(handled.line()) ? handled.row(strayQuote()) : handled.row(null);
    }

    private static Flaw strayQuote() {
        return new Flaw(
                Reason.GUILLEMETS,
                Flaw.WHOLE,
                "Du texte suit un guillemet fermant ; doublez le guillemet qui fait partie du texte.");
    }

    private UnusableFile endless(CsvParseException failure) {
        return new UnusableFile(
                "Le fichier « %s », après la ligne %d : la ligne ne se termine pas ; vérifiez ses guillemets."
                        .formatted(name, handler.line()),
                failure);
    }

    private static DigestInputStream bytes(Bytes content, String name) {
        try {
            return new DigestInputStream(content.open(), Sha256.digest());
        } catch (IOException failure) {
            throw new UnusableFile(
                    "Le fichier « %s » ne peut pas être lu : vérifiez qu'il existe et que vous avez le droit de le lire."
                            .formatted(name),
                    failure);
        }
    }
}
