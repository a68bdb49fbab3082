package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.table.ObservedZero;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.cell.CellText;
import fr.passerelle.sources.cell.Column;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.reject.RejectReason;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which months of which rooms a file that declares its coverage has rows of, so that the others can be said to be observed zeros. Missing
 * is never zero: a refused row takes its months from the zeros, all months of its room where it does not say which, and where it does not
 * even say its room there are no zeros at all. Memory grows with rooms × months, not with the file.
 */
final class CoveredMonths {
    private final Recipe.Coverage coverage;
    private final List<String> header;
    private final String[] zero;
    private final int room;
    private final Recipe.PeriodColumns period;
    private final Column roomType;
    private final Column startType;
    private final Column endType;
    private final Map<String, BitSet> seen = new LinkedHashMap<>();
    private long unattributed;

    /** @param constants what every row of the file begins with, by column of the table */
    CoveredMonths(Recipe.Coverage coverage, TableSchema schema, String[] constants) {
        this.coverage = coverage;
        this.header = schema.header();
        this.room = header.indexOf("id_salle");
        this.period = Recipe.PeriodColumns.of(header);
        this.roomType = type(schema, room);
        this.startType = type(schema, period.start());
        this.endType = type(schema, period.end());
        this.zero = CellText.empty(header.size());
        String activity = constants[header.indexOf("activite")];
        zero[header.indexOf("activite")] = activity.isEmpty() ? "ACCES_LIBRE" : activity;
        zero[header.indexOf("etat")] = "OUVERT";
        zero[header.indexOf("presences")] = "0";
    }

    /** A record that gave no row, and still speaks of a room. */
    void present(String[] cells) {
        if (!cells[room].isEmpty() && roomType.value(cells[room]) != Column.INVALID) {
            seen.computeIfAbsent(cells[room], unseen -> new BitSet(coverage.months()));
        }
    }

    void taken(String[] cells, long[] values) {
        see(cells[room], values[period.start()], values[period.end()]);
    }

    void refused(String[] cells) {
        if (cells[room].isEmpty() || roomType.value(cells[room]) == Column.INVALID) {
            unattributed++;
            return;
        }
        see(cells[room], startType.value(cells[period.start()]), endType.value(cells[period.end()]));
    }

    /** The observed zeros, by room in the order of the file, then by month. */
    Binding.MappedRecord zeros() {
        List<String[]> rows = new ArrayList<>();
        seen.forEach((id, months) -> {
            for (int i = months.nextClearBit(0); i < coverage.months(); i = months.nextClearBit(i + 1)) {
                rows.add(zero(id, coverage.from().plusMonths(i)));
            }
        });
        return unattributed == 0 || rows.isEmpty() ? new Binding.MappedRecord.Rows(rows) : suspended();
    }

    private void see(String id, long start, long end) {
        BitSet months = seen.computeIfAbsent(id, unseen -> new BitSet(coverage.months()));
        boolean readable = start > Column.INVALID && end > Column.INVALID && start <= end;
        int first = readable ? coverage.number(start) : 0;
        int last = readable ? coverage.number(end) : coverage.months() - 1;
        if (last >= 0 && first < coverage.months()) {
            months.set(Math.max(first, 0), Math.min(last, coverage.months() - 1) + 1);
        }
    }

    private String[] zero(String id, YearMonth month) {
        String[] row = zero.clone();
        row[header.indexOf("id_releve")] = ObservedZero.id(id, month);
        row[room] = id;
        period.fill(row, month.atDay(1).toString(), month.atEndOfMonth().toString(), "MOIS");
        return row;
    }

    private Binding.MappedRecord suspended() {
        String[] nothing = CellText.empty(header.size());
        return new Binding.MappedRecord.Refused(
                null,
                RejectReason.COUVERTURE,
                "La couverture déclarée n'est pas appliquée, car des lignes refusées (%d) ne disent pas leur salle ; corrigez-les et redonnez le fichier entier."
                        .formatted(unattributed),
                nothing,
                nothing);
    }

    private static Column type(TableSchema schema, int place) {
        return new Column(schema.fields().get(place), Forms.UNDECLARED);
    }
}
