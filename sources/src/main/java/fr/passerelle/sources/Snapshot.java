package fr.passerelle.sources;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.RejectedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file that says everything at once: one value an identifier, and what was refused.
 *
 * @param values by identifier, in the order of the file; of a file that says several things of one identifier, by their place
 * @param refused identifiers of refused rows: what they meant to say is not known, but they are there
 * @param unattributed whether a refused row does not even say what it is about
 * @param corrected rows of the values of which cells were corrected
 * @param controls lines of totals
 */
public record Snapshot<T>(
        Map<String, T> values,
        Set<String> refused,
        boolean unattributed,
        List<RejectedRow> rejects,
        List<CorrectedRow> corrected,
        long controls) {
    /** A value, or why there is none. */
    public sealed interface Resolved<T> {
        /** The value of a row, with what had to be corrected to find it. */
        record Value<T>(T value, List<CorrectedRow.CellCorrection> corrections) implements Resolved<T> {
            /** Nothing had to be corrected. */
            public Value(T value) {
                this(value, List.of());
            }
        }

        /** A row that reads well and says something impossible. */
        record Impossible<T>(String column, RejectReason reason, String message) implements Resolved<T> {}
    }

    /** No file: nothing is told anew, and nothing is gone. */
    public static <T> Snapshot<T> nothingTold() {
        return new Snapshot<>(Map.of(), Set.of(), true, List.of(), List.of(), 0);
    }

    /** Reads a whole file, whose rows a column identifies; the second one of an identifier is refused; refuses one that is unreadable or changed. */
    public static <T> Snapshot<T> read(
            InputFile file, TableSchema schema, String id, Function<Cells, Resolved<T>> resolve) {
        return read(file, schema, id, resolve, false);
    }

    /** Reads a whole file that may tell several things of one identifier: whether one is told twice is for the resolver to say. As {@link #read}. */
    public static <T> Snapshot<T> readAll(
            InputFile file, TableSchema schema, String id, Function<Cells, Resolved<T>> resolve) {
        return read(file, schema, id, resolve, true);
    }

    private static <T> Snapshot<T> read(
            InputFile file, TableSchema schema, String id, Function<Cells, Resolved<T>> resolve, boolean several) {
        try (TableSource source = TableSource.open(file, schema)) {
            return new Reading<T>(source, schema.header(), id, several).read(resolve);
        }
    }

    /** Whether an identifier is in the file, were it in a refused row; true when that cannot be told. */
    public boolean mayHold(String identifier) {
        return unattributed || values.containsKey(identifier) || refused.contains(identifier);
    }

    private static final class Reading<T> {
        private final TableSource source;
        private final List<String> header;
        private final int id;
        private final String idColumn;
        private final boolean several;
        private final KeptCells.Rejections rejections;
        private final Map<String, T> values = new LinkedHashMap<>();
        private final Map<String, Long> lines = new HashMap<>();
        private final Set<String> refused = new HashSet<>();
        private final List<RejectedRow> rejects = new ArrayList<>();
        private final List<CorrectedRow> corrected = new ArrayList<>();
        private boolean unattributed;
        private long controls;

        Reading(TableSource source, List<String> header, String idColumn, boolean several) {
            this.several = several;
            this.source = source;
            this.header = header;
            this.idColumn = idColumn;
            this.id = source.column(idColumn);
            this.rejections = source.rejections();
        }

        Snapshot<T> read(Function<Cells, Resolved<T>> resolve) {
            for (Row.@Nullable RowOutcome outcome = source.next(); outcome != null; outcome = source.next()) {
                switch (outcome) {
                    case Row.RowOutcome.Accepted(Row row) -> keep(row, resolve);
                    case Row.RowOutcome.Refused(Row row, RejectedRow rejectedRow) -> refuse(row, rejectedRow);
                    case Row.RowOutcome.Control() -> controls++;
                }
            }
            return new Snapshot<>(values, refused, unattributed, rejects, corrected, controls);
        }

        private void keep(Row row, Function<Cells, Resolved<T>> resolve) {
            Long taken = several ? null : lines.get(row.text(id).toUpperCase(Locale.ROOT));
            if (taken != null) {
                String message = "Colonne « %s » : cet identifiant est déjà pris par la ligne %d"
                        + (values.containsKey(row.text(id)) ? "" : ", à la casse près")
                        + " : corrigez-le, ou ne gardez que la bonne ligne.";
                refuse(row, rejections.refuse(row, idColumn, RejectReason.DOUBLON, message.formatted(idColumn, taken)));
                return;
            }
            switch (resolve.apply(new Cells(header, row))) {
                case Resolved.Value<T>(T value, List<CorrectedRow.CellCorrection> corrections) -> {
                    row.corrections().addAll(corrections);
                    take(row, value);
                }
                case Resolved.Impossible<T>(String column, RejectReason reason, String message) ->
                    refuse(row, rejections.refuse(row, column, reason, message));
            }
        }

        private void take(Row row, T value) {
            values.put(several ? Integer.toString(values.size()) : row.text(id), value);
            lines.put(row.text(id).toUpperCase(Locale.ROOT), row.line());
            if (!row.corrections().isEmpty()) {
                corrected.add(rejections.corrected(row));
            }
        }

        private void refuse(Row row, RejectedRow rejectedRow) {
            rejects.add(rejectedRow);
            if (row.has(id)) {
                refused.add(row.text(id));
            } else {
                unattributed = true;
            }
        }
    }
}
