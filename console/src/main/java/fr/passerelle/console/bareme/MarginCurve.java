package fr.passerelle.console.bareme;

import fr.passerelle.schemas.event.Marge;
import fr.passerelle.texts.Codes;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * For each value tried of one number of the barème, how many EPCIs would no longer get the same proposal; drawn as bars over a plane of
 * 340 by 170.
 *
 * @param code of the number: SEUIL, or an indicator's
 * @param value in the barème
 * @param from smallest value tried
 * @param to greatest value tried
 * @param hold how many EPCIs keep their proposal over all of them
 * @param valueX where the barème's value stands
 */
public record MarginCurve(
        String code, String name, int value, int from, int to, int hold, int most, List<Bar> bars, String valueX) {

    private static final double LEFT = 30;
    private static final double RIGHT = 330;
    private static final double TOP = 22;
    private static final double BOTTOM = 136;
    private static final double FILLED = 0.7;

    /** A value tried, how many proposals it changes, and its bar. */
    public record Bar(int value, int flips, String x, String y, String width, String height) {}

    /**
     * @param margins of the same number, one an EPCI, at least one
     * @param most what the height of the plane stands for
     */
    static MarginCurve of(List<Marge> margins, int most) {
        Marge first = margins.getFirst();
        double step = (RIGHT - LEFT) / (first.getTo() - first.getFrom() + 1);
        return new MarginCurve(
                first.getParameter(),
                Codes.marge(first.getParameter()),
                first.getValue(),
                first.getFrom(),
                first.getTo(),
                Math.toIntExact(margins.stream()
                        .filter(margin ->
                                margin.getFrom() == margin.getHoldsFrom() && margin.getTo() == margin.getHoldsTo())
                        .count()),
                most,
                values(first)
                        .mapToObj(value -> bar(value, first, flips(margins, value), most, step))
                        .toList(),
                at(LEFT + (first.getValue() - first.getFrom() + 1 / 2d) * step));
    }

    /** The most proposals that one value changes. */
    static int mostFlips(List<Marge> margins) {
        return values(margins.getFirst())
                .map(value -> flips(margins, value))
                .max()
                .orElse(0);
    }

    /** Whether some value tried changes a proposal. */
    public boolean moves() {
        return bars.stream().anyMatch(bar -> bar.flips() > 0);
    }

    /** How many proposals the smallest value tried changes. */
    public int flipsBelow() {
        return bars.getFirst().flips();
    }

    /** How many proposals the greatest value tried changes. */
    public int flipsAbove() {
        return bars.getLast().flips();
    }

    private static IntStream values(Marge margin) {
        return IntStream.rangeClosed(margin.getFrom(), margin.getTo());
    }

    private static int flips(List<Marge> margins, int value) {
        return Math.toIntExact(margins.stream()
                .filter(margin -> value < margin.getHoldsFrom() || value > margin.getHoldsTo())
                .count());
    }

    private static Bar bar(int value, Marge range, int flips, int most, double step) {
        double height = most == 0 ? 0 : (BOTTOM - TOP) * flips / most;
        return new Bar(
                value,
                flips,
                at(LEFT + (value - range.getFrom() + (1 - FILLED) / 2) * step),
                at(BOTTOM - height),
                at(step * FILLED),
                at(height));
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
