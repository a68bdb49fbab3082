package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mapping of a file that has the columns of its schema, in any order; one that may be absent and is has empty cells. */
final class CanonicalMapping implements Binding {

    private final List<String> header;
    private final int[] places;

    /**
     * @param header columns of the schema
     * @param places column of the schema for each cell
     */
    CanonicalMapping(List<String> header, int[] places) {
        this.header = header;
        this.places = places;
    }

    @Override
    public RawTable.RowLayout layout() {
        return RawTable.RowLayout.singleLines(places.length);
    }

    @Override
    public @Nullable String column(int place) {
        return place < places.length ? header.get(places[place]) : null;
    }

    @Override
    public MappedRecord map(RawRow record) {
        String[] row = new String[header.size()];
        Arrays.fill(row, "");
        for (int i = 0; i < places.length; i++) {
            row[places[i]] = record.cells()[i];
        }
        return new MappedRecord.Rows(Collections.singletonList(row));
    }
}
