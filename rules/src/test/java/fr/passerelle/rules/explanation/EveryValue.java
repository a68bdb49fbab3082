package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Every value of a result that is not null, operands of its traces included, each under a name that says what it is and not which. */
public final class EveryValue {

    /** Names, and what has tests of its own. */
    private static final Set<String> LEFT_OUT =
            Set.of("name", "commune", "demonstration", "contrefactuels", "marges", "ecarts", "conflits", "flags");

    private final List<Value> values = new ArrayList<>();

    /** A value, and where it stands. */
    public record Value(String name, IndexedRecord holder, int position, Object now) {

        /** Runs something while this value is another. */
        public void whileAnother(Runnable runnable) {
            holder.put(position, another(now));
            runnable.run();
            holder.put(position, now);
        }
    }

    public static List<Value> of(String name, List<? extends IndexedRecord> records) {
        EveryValue every = new EveryValue();
        records.forEach(record -> every.record(name, record));
        return every.values;
    }

    private void record(String name, IndexedRecord record) {
        String own = name + suffix(record);
        for (Schema.Field field : record.getSchema().getFields()) {
            if (!LEFT_OUT.contains(field.name())
                    && !(record instanceof Operande && field.name().equals("unit"))) {
                value(own + "." + field.name(), record, field.pos(), record.get(field.pos()));
            }
        }
    }

    /** Steps, operands and lines of aid are known by their own names. */
    private static String suffix(IndexedRecord record) {
        return switch (record) {
            case RegleEssayee step -> "[" + step.getRule() + "]";
            case Operande operand -> "[" + operand.getName() + "]";
            case AidLine line -> "[" + line.getLine() + "]";
            default -> "";
        };
    }

    private void value(String name, IndexedRecord holder, int position, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case IndexedRecord record -> record(name, record);
            case List<?> list ->
                list.stream().filter(IndexedRecord.class::isInstance).forEach(one -> record(name, (IndexedRecord) one));
            default -> values.add(new Value(name, holder, position, value));
        }
    }

    private static Object another(Object value) {
        return switch (value) {
            case BigDecimal number -> number.add(BigDecimal.ONE);
            case Integer number -> number + 1;
            case Long number -> number + 1;
            case Double number -> number + 1;
            case Boolean flag -> !flag;
            case Enum<?> code -> next(code);
            case String text -> another(text);
            default -> value;
        };
    }

    private static String another(String text) {
        return text.matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(text).add(BigDecimal.ONE).toPlainString()
                : text + "X";
    }

    private static Object next(Enum<?> code) {
        List<?> all = List.of(code.getDeclaringClass().getEnumConstants());
        return all.get((all.indexOf(code) + 1) % all.size());
    }
}
