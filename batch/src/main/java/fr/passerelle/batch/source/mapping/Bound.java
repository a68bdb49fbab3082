package fr.passerelle.batch.source.mapping;

import fr.passerelle.batch.source.table.RawRow;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A written mapping that has met the header of a file: arrays only, nothing is looked up for a record. */
final class Bound implements Binding {

    private final List<String> header;
    private final int width;
    private final BitSet kept;
    private final String[] constants;
    private final int[] columns;
    private final BoundText[] texts;

    /**
     * @param header columns of the table
     * @param kept cells that are used
     * @param constants what every row begins with, by column of the table
     * @param texts what is made of a record, for each of {@code columns}
     */
    Bound(List<String> header, int width, BitSet kept, String[] constants, int[] columns, BoundText[] texts) {
        this.header = header;
        this.width = width;
        this.kept = kept;
        this.constants = constants;
        this.columns = columns;
        this.texts = texts;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public BitSet kept() {
        return (BitSet) kept.clone();
    }

    @Override
    public @Nullable String column(int place) {
        int[] going = java.util.stream.IntStream.range(0, texts.length)
                .filter(i -> texts[i].isOnly(place))
                .toArray();
        return going.length == 1 ? header.get(columns[going[0]]) : null;
    }

    @Override
    public Mapped map(RawRow record) {
        String[] row = Arrays.copyOf(constants, constants.length);
        int failed = fill(row, record);
        return failed < 0 ? new Mapped.Rows(List.<String[]>of(row)) : refused(row, failed, record);
    }

    /** Fills a row; answers the first formula that could not be followed, or -1. */
    private int fill(String[] row, RawRow record) {
        int failed = -1;
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i].of(record);
            if (text == null) {
                failed = failed < 0 ? i : failed;
                text = texts[i].raw(record);
            }
            row[columns[i]] = text;
        }
        return failed;
    }

    private Mapped refused(String[] row, int failed, RawRow record) {
        Step step = texts[failed].failing(record);
        String column = header.get(columns[failed]);
        return new Mapped.Refused(
                column, step.reason(), "Colonne « %s » : %s.".formatted(column, step.complaint()), row);
    }
}
