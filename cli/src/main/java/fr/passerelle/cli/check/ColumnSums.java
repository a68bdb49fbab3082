package fr.passerelle.cli.check;

import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Adds up the columns that count something. */
final class ColumnSums {

    private final List<Field> fields;
    private final SequencedMap<Integer, ColumnSum> sums = new TreeMap<>();

    ColumnSums(TableSchema schema) {
        fields = schema.fields();
        for (int place = 0; place < fields.size(); place++) {
            if (isCounted(fields.get(place))) {
                sums.put(place, new ColumnSum(fields.get(place).name(), BigDecimal.ZERO, 0, 0));
            }
        }
    }

    void add(Row row) {
        sums.replaceAll((place, sum) -> row.value(place) == Row.NONE
                ? sum.plusEmpty()
                : sum.plus(BigDecimal.valueOf(row.value(place), decimals(fields.get(place)))));
    }

    /** Of the columns that have a value at all, in their order. */
    List<ColumnSum> list() {
        return sums.values().stream().filter(sum -> sum.values() > 0).toList();
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
