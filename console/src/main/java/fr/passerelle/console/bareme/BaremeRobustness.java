package fr.passerelle.console.bareme;

import static fr.passerelle.console.bareme.ScalePicture.at;

import fr.passerelle.rules.explanation.Marges;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Plan;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far the threshold and each weight may go, one at a time, before proposals change: a curve a number of the barème, how many EPCIs keep
 * their proposal whatever was tried, and those that do not, by name, one line a number that makes them change.
 */
public record BaremeRobustness(int epcis, long hold, List<MarginCurve> curves, List<EpciMargin> fragile) {

    public static BaremeRobustness of(Collection<Plan> plans) {
        List<EpciMargin> all = plans.stream()
                .sorted(Comparator.comparing(Plan::getName, String.CASE_INSENSITIVE_ORDER))
                .flatMap(plan -> EpciMargin.of(plan).stream())
                .toList();
        Map<String, List<EpciMargin>> margins = all.stream()
                .collect(Collectors.groupingBy(
                        margin -> margin.marge().getParameter(), LinkedHashMap::new, Collectors.toList()));
        long most = margins.values().stream()
                .mapToLong(MarginCurve::mostFlips)
                .max()
                .orElse(0);
        return new BaremeRobustness(
                plans.size(),
                plans.stream().filter(Marges::holds).count(),
                margins.values().stream().map(one -> MarginCurve.of(one, most)).toList(),
                all.stream().filter(margin -> !margin.holds()).toList());
    }

    /** How far a number of the barème may go without another proposal for an EPCI. */
    public record EpciMargin(Plan plan, Marge marge) {

        public static List<EpciMargin> of(Plan plan) {
            return plan.getMarges().stream()
                    .map(marge -> new EpciMargin(plan, marge))
                    .toList();
        }

        /** Whether the proposal holds all over what was looked at. */
        public boolean holds() {
            return holdsAt(marge.getFrom()) && holdsAt(marge.getTo());
        }

        private boolean holdsAt(int value) {
            return value >= marge.getHoldsFrom() && value <= marge.getHoldsTo();
        }
    }

    /**
     * For each value tried of one number of the barème, how many EPCIs would no longer get the same proposal: bars over a plane of 340 by 170.
     *
     * @param of that of one EPCI: number, value in the barème and values tried are those of all
     * @param valueX where the barème's value stands
     */
    public record MarginCurve(Marge of, long hold, long most, List<Bar> bars, String valueX) {

        private static final double LEFT = 30;
        private static final double RIGHT = 330;
        private static final double TOP = 22;
        private static final double BOTTOM = 136;
        private static final double FILLED = 0.7;

        /** A value tried, how many proposals it changes, and its bar. */
        public record Bar(int value, long flips, String x, String y, String width, String height) {}

        /** @param margins of the same number, one an EPCI, at least one */
        static MarginCurve of(List<EpciMargin> margins, long most) {
            Marge first = margins.getFirst().marge();
            double step = (RIGHT - LEFT) / (first.getTo() - first.getFrom() + 1);
            return new MarginCurve(
                    first,
                    margins.stream().filter(EpciMargin::holds).count(),
                    most,
                    values(first)
                            .mapToObj(value -> bar(value, first, flips(margins, value), most, step))
                            .toList(),
                    at(LEFT + (first.getValue() - first.getFrom() + 1 / 2d) * step));
        }

        /** The most proposals that one value changes. */
        static long mostFlips(List<EpciMargin> margins) {
            return values(margins.getFirst().marge())
                    .mapToLong(value -> flips(margins, value))
                    .max()
                    .orElse(0);
        }

        /** Whether some value tried changes a proposal. */
        public boolean moves() {
            return bars.stream().anyMatch(bar -> bar.flips() > 0);
        }

        /** How many proposals the smallest value tried changes. */
        public long flipsBelow() {
            return bars.getFirst().flips();
        }

        /** How many proposals the greatest value tried changes. */
        public long flipsAbove() {
            return bars.getLast().flips();
        }

        private static IntStream values(Marge margin) {
            return IntStream.rangeClosed(margin.getFrom(), margin.getTo());
        }

        private static long flips(List<EpciMargin> margins, int value) {
            return margins.stream().filter(margin -> !margin.holdsAt(value)).count();
        }

        private static Bar bar(int value, Marge range, long flips, long most, double step) {
            double height = most == 0 ? 0 : (BOTTOM - TOP) * flips / most;
            return new Bar(
                    value,
                    flips,
                    at(LEFT + (value - range.getFrom() + (1 - FILLED) / 2) * step),
                    at(BOTTOM - height),
                    at(step * FILLED),
                    at(height));
        }
    }
}
