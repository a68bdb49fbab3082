package fr.passerelle.batch.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import fr.passerelle.schemas.table.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other, typed by its Table Schema. A bad row is a value; a bad file is {@link UnusableFile}. */
public final class CsvSource implements Closeable {

    /** Room for one more cell than there are columns, so that a header that is too long is seen. */
    private static final int SPARE = 64;

    private final String name;
    private final @Nullable InputFile expected;
    private final DigestInputStream bytes;
    private final QuoteWatch watch = new QuoteWatch();
    private final RowHandler handler;
    private final CloseableIterator<RowHandler> records;
    private final Column[] columns;
    private final List<String> header;

    private CsvSource(Path path, TableSchema schema, @Nullable InputFile expected) {
        this.name = String.valueOf(path.getFileName());
        this.expected = expected;
        this.header = schema.header();
        this.columns = schema.fields().stream().map(Column::of).toArray(Column[]::new);
        this.handler = new RowHandler(columns.length + SPARE);
        this.bytes = open(path);
        this.records = CsvReader.builder()
                .fieldSeparator(';')
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .build(handler, new StrictUtf8(bytes, name, watch))
                .iterator();
        readHeader(schema);
    }

    /**
     * Opens a file that was examined.
     *
     * @throws UnusableFile when it cannot be read, now or later, or is no longer what was examined
     */
    public static CsvSource open(InputFile file, TableSchema schema) {
        return new CsvSource(file.path(), schema, file);
    }

    static CsvSource unchecked(Path path, TableSchema schema) {
        return new CsvSource(path, schema, null);
    }

    /** The next row, or null after the last one. Blank lines are passed over. */
    public @Nullable Outcome next() {
        if (!advance()) {
            requireUnchanged();
            return null;
        }
        return outcome();
    }

    /** The number of a column. */
    public int column(String column) {
        return header.indexOf(column);
    }

    /** Makes the rejects of this file. */
    public Rejections rejections() {
        return new Rejections(name, expected == null ? "" : expected.sha256(), header);
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads to the end; answers how many rows there were. */
    long skipAll() {
        long rows = 0;
        while (advance()) {
            rows++;
        }
        return rows;
    }

    /** SHA-256 of the bytes read so far. */
    String sha256() {
        return Sha256.hex(bytes.getMessageDigest());
    }

    private boolean advance() {
        try {
            if (!records.hasNext()) {
                return false;
            }
            records.next();
            return true;
        } catch (CsvParseException failure) {
            throw failure.getCause() instanceof UnusableFile unusable ? unusable : endless(failure);
        } catch (UncheckedIOException failure) {
            throw new UnusableFile(
                    "Le fichier « %s » n'a pas pu être lu jusqu'au bout : vérifiez le disque et recommencez."
                            .formatted(name),
                    failure);
        }
    }

    private UnusableFile endless(CsvParseException failure) {
        return new UnusableFile(
                "Le fichier « %s », après la ligne %d : la ligne ne se termine pas ; vérifiez ses guillemets."
                        .formatted(name, handler.line()),
                failure);
    }

    private Outcome outcome() {
        Row row = new Row(handler.line(), handler.cells(), new long[columns.length]);
        Reason flaw = handler.flaw();
        if (flaw != null) {
            return refused(row, columnName(handler.flawedPlace()), flaw, flawMessage(flaw));
        }
        if (watch.stray(handler.line())) {
            return refused(
                    row,
                    null,
                    Reason.GUILLEMETS,
                    "Du texte suit un guillemet fermant ; doublez le guillemet qui fait partie du texte.");
        }
        if (handler.count() != columns.length) {
            return refused(
                    row,
                    null,
                    Reason.COLONNES,
                    "La ligne a %d cellules au lieu de %d.".formatted(handler.count(), columns.length));
        }
        return typed(row);
    }

    private Outcome typed(Row row) {
        for (int i = 0; i < columns.length; i++) {
            String cell = row.text(i);
            long value = columns[i].value(cell);
            if (value == Column.INVALID) {
                return refused(row, columns[i].name(), columns[i].reason(cell), columns[i].message(cell));
            }
            row.values()[i] = value;
        }
        return new Outcome.Accepted(row);
    }

    private Outcome refused(Row row, @Nullable String column, Reason reason, String message) {
        return new Outcome.Refused(row, rejections().refuse(row, column, reason, message));
    }

    private @Nullable String columnName(int place) {
        return place < columns.length ? columns[place].name() : null;
    }

    private static String flawMessage(Reason flaw) {
        return flaw == Reason.TROP_LONG
                ? "Une cellule dépasse %d caractères ; un guillemet n'est peut-être pas fermé."
                        .formatted(RowHandler.MAX_LENGTH)
                : "Une cellule contient le caractère NUL : retirez-le.";
    }

    private void readHeader(TableSchema schema) {
        if (!advance()) {
            throw new UnusableFile(
                    "Le fichier « %s » est vide : donnez-lui une ligne d'en-tête et au moins une ligne de données."
                            .formatted(name));
        }
        handler.place(new Header(name, schema).places(handler.cells(), handler.count(), handler.line()));
    }

    private void requireUnchanged() {
        if (expected != null && !expected.sha256().equals(sha256())) {
            throw new UnusableFile(
                    "Le fichier « %s » a changé pendant la lecture : remettez-le tel qu'il était et reprenez."
                            .formatted(name));
        }
    }

    private static DigestInputStream open(Path path) {
        try {
            return new DigestInputStream(Files.newInputStream(path), Sha256.digest());
        } catch (IOException failure) {
            throw new UnusableFile(
                    "Le fichier « %s » ne peut pas être lu : vérifiez qu'il existe et que vous avez le droit de le lire."
                            .formatted(path),
                    failure);
        }
    }
}
