package fr.passerelle.sources;

import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.cell.CellText;
import fr.passerelle.sources.mapping.Binding;
import fr.passerelle.sources.mapping.HeaderSearch;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.Flaw;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import fr.passerelle.sources.table.RawTables;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other, mapped, then typed by their Table Schema. A bad row is a value; a bad file is {@link UnusableFile}. */
public final class TableSource implements Closeable {
    private final String name;
    private final @Nullable InputFile expected;
    private final RawTable table;
    private final Binding binding;
    private final List<String> header;
    private final KeptCells.Rejections rejections;
    private final RowTyping typing;
    private final long headerLine;
    private long preambleLines;
    private long headerLines;
    private long splitRecords;
    private long linesInside;
    private long controlLines;
    private long unsplitLines;
    private RawRow record = RawRow.NONE;
    private Iterator<String[]> rows = Collections.emptyIterator();
    private List<CorrectedRow.CellCorrection> illegible = List.of();
    private Iterator<Row.RowOutcome> refused = Collections.emptyIterator();
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
        this.rejections = expected == null
                ? new KeptCells.Rejections(name, "", new KeptCells(schema))
                : new KeptCells.Rejections(name, expected.identity(), expected.keeping(schema));
        this.typing = new RowTyping(schema, mapping, rejections, others);
        this.table = RawTables.open(path, name, mapping.reading());
        RawRow found = mapping.headless() ? RawRow.NONE : header(mapping);
        this.headerLine = found.line();
        this.binding =
                mapping.headless() ? mapping.bind(name, table.width(), schema) : mapping.bind(name, found, schema);
        table.settle(binding.layout());
    }

    /** Opens a file that was examined; {@link UnusableFile} when it cannot be read, now or later, or is no longer what it was. */
    public static TableSource open(InputFile file, TableSchema schema) {
        return open(file, schema, unheard -> {});
    }

    /** The same; {@code others} is told the words of each activity that becomes another one, for whoever has the file: they may name anyone. */
    public static TableSource open(InputFile file, TableSchema schema, Consumer<String> others) {
        return new TableSource(file.path(), file.name(), schema, file.mapping(), file, others);
    }

    static TableSource unchecked(Path path, String name, TableSchema schema, Mapping mapping) {
        return new TableSource(path, name, schema, mapping, null, unheard -> {});
    }

    /** The next row, or null after the last one. Blank lines are passed over. */
    public Row.@Nullable RowOutcome next() {
        while (!rows.hasNext() && !refused.hasNext() && !ended) {
            Row.RowOutcome control = advance();
            if (control != null) {
                return control;
            }
        }
        if (rows.hasNext()) {
            return typed(row(rows.next()));
        }
        return refused.hasNext() ? refused.next() : null;
    }

    /** The number of a column. */
    public int column(String column) {
        return header.indexOf(column);
    }

    /** What the file turned out to be. */
    public RawTable.Traits traits() {
        return table.traits();
    }

    /** Line of the header; 0 where the file has none. */
    public long headerLine() {
        return headerLine;
    }

    /** Makes the rejects of this file. */
    public KeptCells.Rejections rejections() {
        return rejections;
    }

    @Override
    public void close() {
        table.close();
    }

    /** Reads to the end, showing the rows on the way; answers how many there were, lines of totals included. */
    long examine(InputFile.PersonWatch watch) {
        long count = 0;
        for (Row.RowOutcome outcome = next(); outcome != null; outcome = next()) {
            count++;
            switch (outcome) {
                case Row.RowOutcome.Accepted(Row row) -> watch.see(row);
                case Row.RowOutcome.Refused(Row row, RejectedRow rejectedRow) -> watch.see(row, rejectedRow);
                case Row.RowOutcome.Control() -> {}
            }
        }
        return count;
    }

    /** What its lines are; to be asked after the last row. */
    FileLines lines() {
        RawTable.PassedLines passed = table.lines();
        return new FileLines(
                passed.all(),
                passed.announcing(),
                preambleLines,
                headerLines,
                splitRecords,
                linesInside,
                controlLines,
                passed.blank(),
                unsplitLines);
    }

    /** SHA-256 of the file's bytes; to be asked after the last row. */
    String sha256() {
        return table.sha256();
    }

    /** Which of the tables of the file it reads; see {@link RawTable#part}. */
    String part() {
        return table.part();
    }

    private RawRow header(Mapping mapping) {
        HeaderSearch search = mapping.search(name);
        for (RawRow raw = table.next(); raw != null; raw = table.next()) {
            if (search.found(raw)) {
                headerLines = raw.lines();
                return sound(raw);
            }
            preambleLines += raw.lines();
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

    /** Reads one record; answers it where it is a control, null where it became rows, taken or refused. */
    private Row.@Nullable RowOutcome advance() {
        RawRow raw = table.next();
        ordinal = 0;
        record = raw == null ? RawRow.NONE : raw;
        illegible = List.of();
        if (raw == null) {
            end();
            return mapped(binding.afterLast());
        }
        Flaw flaw = raw.flaw();
        if (flaw != null) {
            return unsplit(
                    flaw.place() == Flaw.WHOLE ? null : binding.column(flaw.place()), flaw.reason(), flaw.message());
        }
        int width = binding.layout().width();
        if (raw.count() != width && !binding.isBeside(raw)) {
            return unsplit(null, RejectReason.COLONNES, width(raw, width));
        }
        Binding.MappedRecord mapped = binding.map(raw);
        count(raw.lines(), mapped instanceof Binding.MappedRecord.Control);
        return mapped(mapped);
    }

    /** A record whose cells can be told apart. */
    private void count(int lines, boolean control) {
        if (control) {
            controlLines += lines;
        } else {
            splitRecords++;
            linesInside += lines - 1;
        }
    }

    private static String width(RawRow raw, int width) {
        String told = "La ligne a %d cellules au lieu de %d : vérifiez ses séparateurs et ses guillemets"
                .formatted(raw.count(), width);
        return IntStream.range(width, raw.count())
                .filter(place -> !raw.text(place).isBlank())
                .mapToObj(
                        place -> "%s ; si c'est une note à côté de la table, ajoutez « #%d » à « ignorer » du mapping."
                                .formatted(told, place + 1))
                .findFirst()
                .orElse(told + ".");
    }

    private Row.@Nullable RowOutcome mapped(Binding.MappedRecord mapped) {
        return switch (mapped) {
            case Binding.MappedRecord.Rows made -> {
                rows = made.rows().iterator();
                illegible = made.illegible().stream().map(typing::illegible).toList();
                yield null;
            }
            case Binding.MappedRecord.Control() -> new Row.RowOutcome.Control();
            case Binding.MappedRecord.Refused why -> {
                refused = why.rows().stream()
                        .map(doubtful -> doubtful(doubtful, why))
                        .iterator();
                yield null;
            }
        };
    }

    private Row.RowOutcome doubtful(Binding.MappedRecord.Doubtful doubtful, Binding.MappedRecord.Refused why) {
        Row row = row(doubtful.cells());
        return refused(rejections.refuse(row, why.column(), why.reason(), why.message()), row.with(doubtful.sure()));
    }

    private void end() {
        ended = true;
        requireBalance(lines(), name);
        if (expected != null && !expected.sha256().equals(sha256())) {
            throw new UnusableFile(
                    "Le fichier « %s » a changé pendant la lecture : remettez-le tel qu'il était et reprenez."
                            .formatted(name));
        }
    }

    static void requireBalance(FileLines lines, String name) {
        if (lines.gap() != 0) {
            throw new UnusableFile(
                    "Le fichier « %s » a %d lignes et le programme en explique %d : rien n'est importé. C'est un défaut du programme : signalez-le avec ce fichier, sans données de personnes."
                            .formatted(name, lines.all(), lines.all() - lines.gap()));
        }
    }

    private Row row(String[] cells) {
        return new Row(
                record.line(), record.lines(), ordinal++, cells, new long[header.size()], new ArrayList<>(illegible));
    }

    /** A record of which no cell is kept, since they cannot be told apart: only where it lies and what it can be known by. */
    private Row.@Nullable RowOutcome unsplit(@Nullable String column, RejectReason reason, String message) {
        unsplitLines += record.lines();
        RawRow.Extent extent = record.extent();
        String sha256 = table.recordSha256();
        refused = binding.unsplit(CellText.empty(header.size())).stream()
                .map(cells -> {
                    Row row = row(cells);
                    binding.refused(cells);
                    RejectedRow rejectedRow = rejections.refuse(row, column, reason, message);
                    return (Row.RowOutcome) new Row.RowOutcome.Refused(
                            row, rejectedRow.unsplit(extent.offset(), extent.length(), sha256));
                })
                .iterator();
        return null;
    }

    private Row.RowOutcome typed(Row row) {
        RejectedRow refusal = typing.type(row);
        if (refusal != null) {
            return refused(refusal, row);
        }
        binding.taken(row.cells(), row.values());
        return new Row.RowOutcome.Accepted(row);
    }

    /** What a refused row says without doubt still counts: which room or month it is about. */
    private Row.RowOutcome refused(RejectedRow rejectedRow, Row row) {
        typing.leaveWhatIsSure(row);
        binding.refused(row.cells());
        return new Row.RowOutcome.Refused(row, rejectedRow);
    }
}
