package fr.passerelle.cli.check;

import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Adds up the columns that count something, in units of their last decimal place, as rows hold them. */
final class ColumnSums {

    private final List<Field> fields;
    private final int[] places;
    private final long[] sums;
    private final long[] values;
    private long rows;

    ColumnSums(TableSchema schema) {
        fields = schema.fields();
        places = IntStream.range(0, fields.size())
                .filter(place -> isCounted(fields.get(place)))
                .toArray();
        sums = new long[fields.size()];
        values = new long[fields.size()];
    }

    void add(Row row) {
        rows++;
        for (int place : places) {
            long value = row.value(place);
            if (value != Row.NONE) {
                sums[place] = Math.addExact(sums[place], value);
                values[place]++;
            }
        }
    }

    /** Of the columns that have a value at all, in their order. */
    List<ColumnSum> list() {
        return IntStream.of(places)
                .filter(place -> values[place] > 0)
                .mapToObj(place -> new ColumnSum(
                        fields.get(place).name(),
                        BigDecimal.valueOf(sums[place], decimals(fields.get(place))),
                        values[place],
                        rows - values[place]))
                .toList();
    }

    /** A coordinate counts nothing: its decimals are not bounded. */
    private static boolean isCounted(Field field) {
        return field.type() == Field.Type.INTEGER || field.constraints().decimalPlaces() != null;
    }

    private static int decimals(Field field) {
        Integer places = field.constraints().decimalPlaces();
        return places == null ? 0 : places;
    }
}
