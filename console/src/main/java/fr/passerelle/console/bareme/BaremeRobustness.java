package fr.passerelle.console.bareme;

import fr.passerelle.rules.explanation.Marges;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.texts.Codes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the threshold and each weight may go, one at a time, before proposals change.
 *
 * @param epcis how many EPCIs were looked at
 * @param hold how many of them keep their proposal whatever was tried
 * @param curves one a number of the barème
 * @param fragile those that do not, by name, one line a number that makes them change
 */
public record BaremeRobustness(int epcis, int hold, List<MarginCurve> curves, List<Fragile> fragile) {

    /** An EPCI whose proposal holds from one value to another of a number only. */
    public record Fragile(
            String siren, String name, String number, int value, int from, int to, int holdsFrom, int holdsTo) {}

    /** Of the plans of a run. */
    public static BaremeRobustness of(Collection<Plan> plans) {
        Map<String, List<Marge>> margins = new LinkedHashMap<>();
        List<Fragile> fragile = new ArrayList<>();
        plans.stream()
                .sorted(Comparator.comparing(Plan::getName, String.CASE_INSENSITIVE_ORDER))
                .forEach(plan -> plan.getMarges().forEach(margin -> {
                    margins.computeIfAbsent(margin.getParameter(), parameter -> new ArrayList<>())
                            .add(margin);
                    if (!holds(margin)) {
                        fragile.add(fragile(plan, margin));
                    }
                }));
        int most =
                margins.values().stream().mapToInt(MarginCurve::mostFlips).max().orElse(0);
        return new BaremeRobustness(
                plans.size(),
                Math.toIntExact(plans.stream().filter(Marges::holds).count()),
                margins.values().stream().map(one -> MarginCurve.of(one, most)).toList(),
                fragile);
    }

    private static boolean holds(Marge margin) {
        return margin.getFrom() == margin.getHoldsFrom() && margin.getTo() == margin.getHoldsTo();
    }

    private static Fragile fragile(Plan plan, Marge margin) {
        return new Fragile(
                plan.getEpci(),
                plan.getName(),
                Codes.marge(margin.getParameter()),
                margin.getValue(),
                margin.getFrom(),
                margin.getTo(),
                margin.getHoldsFrom(),
                margin.getHoldsTo());
    }
}
