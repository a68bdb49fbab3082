package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.person.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.table.TraceColumns;
import fr.passerelle.schemas.text.Formulas;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mapping of an export of rejects, once corrected: the columns of the table, beside those of the trace and of other tables. */
final class ResubmittedMapping implements Binding {

    private static final List<String> OTHERS = TableSchema.all().stream()
            .flatMap(schema -> schema.header().stream())
            .toList();

    private final List<String> names;
    private final List<String> columns;
    private final int[] places;

    /** @throws UnusableFile when the header is not that of such an export */
    ResubmittedMapping(String file, RawRow header, TableSchema schema) {
        this.names = header.texts();
        this.columns = schema.header();
        Stream.concat(columns.stream(), TraceColumns.NAMES.stream())
                .forEach(column -> requireOnce(file, header.line(), column));
        names.forEach(name -> requireKnown(file, header.line(), name));
        this.places = columns.stream().mapToInt(names::indexOf).toArray();
    }

    @Override
    public RawTable.RowLayout layout() {
        BitSet kept = new BitSet(names.size());
        IntStream.of(places).forEach(kept::set);
        return new RawTable.RowLayout(names.size(), kept, RawTable.RowLayout.all(names.size()));
    }

    @Override
    public @Nullable String column(int place) {
        return place < names.size() && columns.contains(names.get(place)) ? names.get(place) : null;
    }

    @Override
    public MappedRecord map(RawRow record) {
        String[] row = IntStream.of(places)
                .mapToObj(place -> Formulas.bare(record.text(place)))
                .toArray(String[]::new);
        for (int i = 0; i < row.length; i++) {
            if (row[i].contains(PersonMask.BLOT)) {
                return masked(columns.get(i), row);
            }
        }
        return new MappedRecord.Rows(Collections.singletonList(row));
    }

    private static MappedRecord masked(String column, String[] row) {
        String message = "Colonne « %s » : remplacez [masqué] par ce que dit le fichier d'origine.".formatted(column);
        return new MappedRecord.Refused(column, RejectReason.MASQUE, message, row, row);
    }

    private void requireOnce(String file, long line, String column) {
        if (Collections.frequency(names, column) != 1) {
            throw new UnusableFile(
                    "Le fichier « %s », ligne %d : la colonne « %s » doit y être une fois ; repartez d'un export (« ./passerelle rejects --csv FICHIER »)."
                            .formatted(file, line, column));
        }
    }

    private void requireKnown(String file, long line, String name) {
        if (!columns.contains(name) && !name.startsWith(TraceColumns.PREFIX) && !OTHERS.contains(name)) {
            throw new UnusableFile("Le fichier « %s », ligne %d : la colonne « %s » est inconnue : retirez-la."
                    .formatted(file, line, Quote.of(name)));
        }
    }
}
