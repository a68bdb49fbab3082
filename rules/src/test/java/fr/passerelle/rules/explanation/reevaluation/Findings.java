package fr.passerelle.rules.explanation.reevaluation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was compared on one subject, and where it disagrees. */
final class Findings {

    private final List<Disagreement> disagreements = new ArrayList<>();
    private final String on;

    Findings(String on) {
        this.on = on;
    }

    List<Disagreement> list() {
        return disagreements;
    }

    /** Numbers are equal whatever their scale. */
    void same(String what, @Nullable Object told, @Nullable Object again) {
        if (!isSame(told, again)) {
            disagreements.add(new Disagreement(on, what, Objects.toString(told), Objects.toString(again)));
        }
    }

    void holds(String what, boolean condition, @Nullable Object told) {
        if (!condition) {
            disagreements.add(new Disagreement(on, what, Objects.toString(told), "does not hold"));
        }
    }

    /** A check whose trace may lack something, or hold what nothing can be computed from: that is a disagreement too. */
    void check(String what, Runnable check) {
        try {
            check.run();
        } catch (Untold | ArithmeticException | DateTimeException | IllegalArgumentException e) {
            disagreements.add(new Disagreement(on, what, "", Objects.toString(e.getMessage())));
        }
    }

    private static boolean isSame(@Nullable Object told, @Nullable Object again) {
        return told instanceof BigDecimal number && again instanceof BigDecimal other
                ? number.compareTo(other) == 0
                : Objects.equals(told, again);
    }
}
