package fr.passerelle.rules.explanation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** The values that a result holds, each of which may become another. */
public final class Leaves {

    /** What the re-evaluation holds whatever else a case has: numbers and codes that a maire reads, and what they are made of. */
    private static final Set<String> HELD = Set.of(
            "plan.tiers_lieu",
            "plan.besoin",
            "plan.etapes",
            "plan.a_instruire",
            "plan.donnees_insuffisantes",
            "plan.sessions_a_month",
            "plan.population",
            "plan.proximite_today",
            "plan.proximite_proposed",
            "plan.animateurs_etp",
            "plan.aid.line",
            "plan.aid.cost",
            "plan.aid.aid",
            "plan.aid.left",
            "plan.aid.decided_by",
            "plan.aid.trace.outcome",
            "plan.aid.trace.decides",
            "plan.aid_total",
            "plan.left_total",
            "plan.theoretical_ceiling",
            "plan.year_4_cost",
            "plan.budget.year",
            "plan.budget.aid",
            "plan.rooms.room_id",
            "plan.rooms.state",
            "plan.rooms.score",
            "plan.rooms.low",
            "plan.rooms.high",
            "plan.rooms.kind",
            "plan.rooms.candidature",
            "plan.candidates.rank",
            "plan.candidates.functions_confirmed",
            "conversion.kind",
            "conversion.candidature",
            "conversion.provisoire",
            "conversion.score",
            "conversion.low",
            "conversion.high",
            "conversion.sessions_a_month",
            "conversion.payeur",
            "conversion.tablets",
            "conversion.host.sessions_a_month",
            "conversion.host.distance_m",
            "conversion.epci",
            "conversion.as_of",
            "score.state",
            "score.score",
            "score.low",
            "score.high",
            "score.months_open",
            "score.months_observed",
            "score.population_served",
            "score.observed_12_months",
            "score.indicateurs.value",
            "score.indicateurs.points",
            "score.indicateurs.numerator",
            "score.indicateurs.denominator",
            "score.indicateurs.unavailable",
            "score.indicateurs.formula",
            "score.indicateurs.unit",
            "score.indicateurs.numerator_unit",
            "score.indicateurs.denominator_unit");

    private record Leaf(String path, IndexedRecord holder, int position, Object now) {}

    private final List<Leaf> leaves = new ArrayList<>();

    public void of(String path, IndexedRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            String name = path + "." + field.name();
            value(name, record, field.pos(), record.get(field.pos()));
        }
    }

    private void value(String path, IndexedRecord holder, int position, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case IndexedRecord record -> of(path, record);
            case List<?> list ->
                list.stream().filter(IndexedRecord.class::isInstance).forEach(one -> of(path, (IndexedRecord) one));
            default -> {
                if (HELD.contains(path)) {
                    leaves.add(new Leaf(path, holder, position, value));
                }
            }
        }
    }

    public int count() {
        return leaves.size();
    }

    /** Changes one, and says which. */
    String mutateOne(Random random) {
        return mutate(random.nextInt(leaves.size()));
    }

    /** Changes that one, counted from 0, and says which. */
    public String mutate(int which) {
        Leaf leaf = leaves.get(which);
        leaf.holder().put(leaf.position(), another(leaf.now()));
        return leaf.path() + " " + leaf.now() + " of " + leaf.holder();
    }

    private static Object another(Object value) {
        return switch (value) {
            case BigDecimal number -> number.add(BigDecimal.ONE);
            case Integer number -> number + 1;
            case Long number -> number + 1;
            case Boolean flag -> !flag;
            case Enum<?> code -> next(code);
            default -> value + "X";
        };
    }

    private static Object next(Enum<?> code) {
        List<?> all = List.of(code.getDeclaringClass().getEnumConstants());
        return all.get((all.indexOf(code) + 1) % all.size());
    }
}
