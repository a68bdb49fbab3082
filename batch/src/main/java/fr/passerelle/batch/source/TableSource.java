package fr.passerelle.batch.source;

import fr.passerelle.batch.source.mapping.Binding;
import fr.passerelle.batch.source.mapping.HeaderSearch;
import fr.passerelle.batch.source.mapping.Mapped;
import fr.passerelle.batch.source.mapping.Mapping;
import fr.passerelle.batch.source.reject.Corrected;
import fr.passerelle.batch.source.reject.Reason;
import fr.passerelle.batch.source.reject.Rejected;
import fr.passerelle.batch.source.reject.UnusableFile;
import fr.passerelle.batch.source.table.Flaw;
import fr.passerelle.batch.source.table.RawRow;
import fr.passerelle.batch.source.table.RawTable;
import fr.passerelle.batch.source.table.RawTables;
import fr.passerelle.batch.source.table.Traits;
import fr.passerelle.schemas.table.TableSchema;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other, mapped, then typed by their Table Schema. A bad row is a value; a bad file is {@link UnusableFile}. */
public final class TableSource implements Closeable {

    private final String name;
    private final @Nullable InputFile expected;
    private final RawTable table;
    private final Binding binding;
    private final List<String> header;
    private final Keeping keeping;
    private final RowTyping typing;
    private final long headerLine;
    private RawRow record;
    private @Nullable RawRow pending;
    private Iterator<String[]> rows = Collections.emptyIterator();
    private List<Corrected> illegible = List.of();
    private int ordinal;
    private boolean ended;

    private TableSource(
            Path path,
            String name,
            TableSchema schema,
            Mapping mapping,
            @Nullable InputFile expected,
            Consumer<String> others) {
        this.name = name;
        this.expected = expected;
        this.header = schema.header();
        this.keeping = expected == null ? new Keeping(schema) : expected.keeping(schema);
        this.typing = new RowTyping(schema, mapping, keeping, others);
        this.table = RawTables.open(path, name, mapping.reading());
        this.record = header(mapping);
        this.headerLine = mapping.headless() ? 0 : record.line();
        this.binding = mapping.bind(name, record, schema);
        this.pending = mapping.headless() ? record : null;
        table.keepOnly(binding.kept());
        table.padTo(binding.width());
    }

    /**
     * Opens a file that was examined.
     *
     * @throws UnusableFile when it cannot be read, now or later, or is no longer what was examined
     */
    public static TableSource open(InputFile file, TableSchema schema) {
        return open(file, schema, unheard -> {});
    }

    /**
     * The same.
     *
     * @param others told the words of each activity that becomes another one, for whoever has the file: they may name anyone
     */
    public static TableSource open(InputFile file, TableSchema schema, Consumer<String> others) {
        return new TableSource(file.path(), file.name(), schema, file.mapping(), file, others);
    }

    static TableSource unchecked(Path path, String name, TableSchema schema, Mapping mapping) {
        return new TableSource(path, name, schema, mapping, null, unheard -> {});
    }

    /** The next row, or null after the last one. Blank lines are passed over. */
    public @Nullable Outcome next() {
        while (!rows.hasNext() && !ended) {
            Outcome whole = advance();
            if (whole != null) {
                return whole;
            }
        }
        return rows.hasNext() ? typed(row(rows.next())) : null;
    }

    /** The number of a column. */
    public int column(String column) {
        return header.indexOf(column);
    }

    /** What the file turned out to be. */
    public Traits traits() {
        return table.traits();
    }

    /** Line of the header; 0 where the file has none. */
    public long headerLine() {
        return headerLine;
    }

    /** Makes the rejects of this file. */
    public Rejections rejections() {
        return new Rejections(name, expected == null ? "" : expected.sha256(), keeping);
    }

    @Override
    public void close() {
        table.close();
    }

    /** Reads to the end, showing the rows on the way; answers how many there were, lines of totals included. */
    long examine(PersonWatch watch) {
        long count = 0;
        for (Outcome outcome = next(); outcome != null; outcome = next()) {
            count++;
            switch (outcome) {
                case Outcome.Accepted(Row row) -> watch.see(row);
                case Outcome.Refused(Row row, Rejected rejected) -> watch.see(row, rejected);
                case Outcome.Control() -> {}
            }
        }
        return count;
    }

    /** SHA-256 of the file's bytes; to be asked after the last row. */
    String sha256() {
        return table.sha256();
    }

    private RawRow header(Mapping mapping) {
        HeaderSearch search = mapping.search(name);
        for (RawRow raw = table.next(); raw != null; raw = table.next()) {
            if (search.found(raw)) {
                return sound(raw);
            }
        }
        throw search.notFound();
    }

    private RawRow sound(RawRow header) {
        Flaw flaw = header.flaw();
        if (flaw != null) {
            throw new UnusableFile(
                    "Le fichier « %s », ligne %d (en-tête) : %s".formatted(name, header.line(), flaw.message()));
        }
        return header;
    }

    /** Reads one record; answers what became of it as a whole, null where it became rows. */
    private @Nullable Outcome advance() {
        RawRow raw = pending == null ? table.next() : pending;
        pending = null;
        ordinal = 0;
        illegible = List.of();
        if (raw == null) {
            end();
            return whole(binding.afterLast());
        }
        record = raw;
        Flaw flaw = raw.flaw();
        if (flaw != null) {
            return unsplit(columnName(flaw), flaw.reason(), flaw.message());
        }
        if (raw.count() != binding.width()) {
            String message = "La ligne a %d cellules au lieu de %d : vérifiez ses séparateurs et ses guillemets."
                    .formatted(raw.count(), binding.width());
            return unsplit(null, Reason.COLONNES, message);
        }
        return whole(binding.map(raw));
    }

    private @Nullable Outcome whole(Mapped mapped) {
        return switch (mapped) {
            case Mapped.Rows made -> {
                rows = made.rows().iterator();
                illegible = made.illegible().stream().map(typing::illegible).toList();
                yield null;
            }
            case Mapped.Control() -> new Outcome.Control();
            case Mapped.Refused(String column, Reason reason, String message, String[] cells, String[] sure) -> {
                Row row = row(cells);
                yield refused(rejections().refuse(row, column, reason, message), row.with(sure));
            }
        };
    }

    private void end() {
        ended = true;
        record = new RawRow(0, new String[0], 0, new RawRow.Extent(0, 0), null);
        if (expected != null && !expected.sha256().equals(sha256())) {
            throw new UnusableFile(
                    "Le fichier « %s » a changé pendant la lecture : remettez-le tel qu'il était et reprenez."
                            .formatted(name));
        }
    }

    private Row row(String[] cells) {
        return new Row(record.line(), ordinal++, cells, new long[typing.width()], new ArrayList<>(illegible));
    }

    /** A record of which no cell is kept, since they cannot be told apart: only where it lies and what it can be known by. */
    private Outcome unsplit(@Nullable String column, Reason reason, String message) {
        String[] cells = new String[typing.width()];
        Arrays.fill(cells, "");
        Row row = row(cells);
        binding.refused(cells);
        Rejected rejected = rejections().refuse(row, column, reason, message);
        RawRow.Extent extent = record.extent();
        return new Outcome.Refused(row, rejected.unsplit(extent.offset(), extent.length(), table.recordSha256()));
    }

    private Outcome typed(Row row) {
        RowTyping.Refusal refusal = typing.type(row);
        if (refusal != null) {
            return refused(row, refusal.column(), refusal.reason(), refusal.message());
        }
        binding.taken(row.cells(), row.values());
        return new Outcome.Accepted(row);
    }

    private Outcome refused(Row row, String column, Reason reason, String message) {
        return refused(rejections().refuse(row, column, reason, message), row);
    }

    /** What a refused row says without doubt still counts: which room or month it is about. */
    private Outcome refused(Rejected rejected, Row row) {
        typing.leaveWhatIsSure(row);
        binding.refused(row.cells());
        return new Outcome.Refused(row, rejected);
    }

    private @Nullable String columnName(Flaw flaw) {
        return flaw.place() == Flaw.WHOLE ? null : binding.column(flaw.place());
    }
}
