package fr.passerelle.sources.mapping;

import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.cell.Periods;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.table.RawRow;
import org.jspecify.annotations.Nullable;

/** The name of a period that has met the columns of a file. Remembers the last one, since registers repeat themselves. */
final class BoundPeriod {

    private final BoundText name;
    private final @Nullable String grain;
    private final PeriodColumns columns;
    private final Forms forms;
    private @Nullable String last;
    private Periods.@Nullable DaySpan lastPeriod;

    /** @param grain the only one that it may be of; null for any */
    BoundPeriod(BoundText name, @Nullable String grain, PeriodColumns columns, Forms forms) {
        this.name = name;
        this.grain = grain;
        this.columns = columns;
        this.forms = forms;
    }

    /** Fills the columns of the period; answers why it cannot, null where it can. The raw name then stands for the first day. */
    MappedRecord.@Nullable Refused fill(String[] row, RawRow record) {
        String text = name.of(record);
        if (text == null) {
            Step failing = name.failing(record);
            return refused(row, record, failing.reason(), failing.complaint());
        }
        Periods.DaySpan period = period(text);
        if (period == null) {
            return refused(
                    row,
                    record,
                    RejectReason.DATE,
                    "ce n'est pas une période que l'on sait lire sans doute ; écrivez par exemple 2016-01 ; si l'année"
                            + " est dans une autre colonne, joignez-la ; si c'est S1, déclarez le grain (semestre ou"
                            + " semaine ?)");
        }
        if (grain != null && !grain.equals(period.grain())) {
            return refused(row, record, RejectReason.GRAIN, "la période n'est pas du grain que dit le mapping");
        }
        columns.fill(row, period.start().toString(), period.end().toString(), period.grain());
        return null;
    }

    /** What is refused for another reason keeps its period, so that it can be taken once that is corrected. */
    MappedRecord.Refused beside(MappedRecord.Refused refused, RawRow record) {
        refused.rows().forEach(row -> {
            if (fill(row.cells(), record) == null) {
                fill(row.sure(), record);
            }
        });
        return refused;
    }

    @SuppressWarnings("ReferenceEquality") // the reader hands the same text again when a cell repeats
    private Periods.@Nullable DaySpan period(String text) {
        if (text != last) {
            lastPeriod = Periods.of(text, forms, grain);
            last = text;
        }
        return lastPeriod;
    }

    private MappedRecord.Refused refused(String[] row, RawRow record, RejectReason reason, String complaint) {
        String[] sure = row.clone();
        row[columns.start()] = name.raw(record);
        String column = PeriodColumns.NAMES.getFirst();
        return new MappedRecord.Refused(column, reason, "Colonne « %s » : %s.".formatted(column, complaint), row, sure);
    }
}
