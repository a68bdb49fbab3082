package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.RawRow;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The formulas of all columns that have met the columns of a file: arrays only, nothing is looked up for a record. */
final class BoundRow {

    private final List<String> header;
    private final String[] constants;
    private final int[] columns;
    private final BoundCell[] texts;
    private final BitSet lenient;

    /**
     * @param header columns of the table
     * @param constants what every row begins with, by column of the table
     * @param columns of the table that are made of a record
     * @param texts how, for each of them
     * @param lenient those of them whose text counts as none where it cannot be read
     */
    BoundRow(List<String> header, String[] constants, int[] columns, BoundCell[] texts, BitSet lenient) {
        this.header = header;
        this.constants = constants;
        this.columns = columns;
        this.texts = texts;
        this.lenient = lenient;
    }

    /** A row without any text of a record. */
    String[] empty() {
        return constants.clone();
    }

    /** Fills a row, with raw texts where a formula cannot be followed; answers the first such formula, null for none. */
    MappedRecord.@Nullable Refused fill(String[] row, RawRow record) {
        int failed = -1;
        for (int i = 0; i < texts.length; i++) {
            String text = text(i, record);
            if (text == null) {
                failed = failed < 0 ? i : failed;
                text = texts[i].raw(record);
            }
            row[columns[i]] = text;
        }
        return failed < 0 ? null : refused(row, failed, record);
    }

    /** The texts of a record that count as none, or as less than they say, since they cannot be read. */
    List<IllegibleText> illegible(RawRow record) {
        return lenient.stream()
                .filter(i -> texts[i].of(record) == null)
                .mapToObj(i -> new IllegibleText(columns[i], texts[i].raw(record), texts[i].rest(record)))
                .toList();
    }

    /** The column that a cell alone makes; null where it makes none, or several. */
    @Nullable
    String column(int place) {
        int[] made = IntStream.range(0, texts.length)
                .filter(i -> texts[i].isOnly(place))
                .toArray();
        return made.length == 1 ? header.get(columns[made[0]]) : null;
    }

    private @Nullable String text(int i, RawRow record) {
        String text = texts[i].of(record);
        return text == null && lenient.get(i) ? texts[i].rest(record) : text;
    }

    private String[] sure(String[] row, RawRow record) {
        String[] sure = row.clone();
        for (int i = 0; i < texts.length; i++) {
            if (text(i, record) == null) {
                sure[columns[i]] = "";
            }
        }
        return sure;
    }

    private MappedRecord.Refused refused(String[] row, int failed, RawRow record) {
        Step step = texts[failed].failing(record);
        String column = header.get(columns[failed]);
        String message = "Colonne « %s » : %s.".formatted(column, step.complaint());
        return new MappedRecord.Refused(column, step.reason(), message, row, sure(row, record));
    }
}
