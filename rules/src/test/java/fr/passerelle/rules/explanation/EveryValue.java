package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Every value of a result that is not null, operands of its traces included, each under a name that says what it is and not which. */
public final class EveryValue {

    /** Names, and what has tests of its own. */
    private static final Set<String> LEFT_OUT =
            Set.of("name", "commune", "demonstration", "contrefactuels", "marges", "ecarts", "conflits", "flags");

    /** What the re-evaluation holds whatever else a case has: numbers and codes that a maire reads, and what they are made of. */
    private static final Set<String> HELD = Set.of("""
        plan.tiers_lieu plan.besoin plan.etapes plan.a_instruire plan.donnees_insuffisantes
        plan.sessions_a_month plan.population plan.proximite_today plan.proximite_proposed
        plan.animateurs_etp plan.aid.line plan.aid.cost plan.aid.aid plan.aid.left plan.aid.decided_by
        plan.aid.trace.outcome plan.aid.trace.decides plan.aid_total plan.left_total
        plan.theoretical_ceiling plan.year_4_cost plan.budget.year plan.budget.aid plan.rooms.room_id
        plan.rooms.state plan.rooms.score plan.rooms.low plan.rooms.high plan.rooms.kind
        plan.rooms.candidature plan.candidates.rank plan.candidates.functions_confirmed conversion.kind
        conversion.candidature conversion.provisoire conversion.score conversion.low conversion.high
        conversion.sessions_a_month conversion.payeur conversion.tablets
        conversion.host.sessions_a_month conversion.host.distance_m conversion.epci conversion.as_of
        score.state score.score score.low score.high score.months_open score.months_observed
        score.population_served score.observed_12_months score.indicateurs.value
        score.indicateurs.points score.indicateurs.numerator score.indicateurs.denominator
        score.indicateurs.unavailable score.indicateurs.formula score.indicateurs.unit
        score.indicateurs.numerator_unit score.indicateurs.denominator_unit\
        """.split("\\s+"));

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

    /** Those of the results of an EPCI that the re-evaluation holds. */
    public static List<Value> held(Plan plan, List<Conversion> conversions, List<Frequentation> scores) {
        return Stream.of(of("plan", List.of(plan)), of("conversion", conversions), of("score", scores))
                .flatMap(List::stream)
                .filter(value -> HELD.contains(value.name().replaceAll("\\[\\w+]", "")))
                .toList();
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
