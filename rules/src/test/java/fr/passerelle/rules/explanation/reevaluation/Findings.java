package fr.passerelle.rules.explanation.reevaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was compared on one subject, and where it disagrees. */
public final class Findings {

    private final List<Disagreement> disagreements = new ArrayList<>();
    private final String on;

    Findings(String on) {
        this.on = on;
    }

    List<Disagreement> list() {
        return disagreements;
    }

    /** Numbers are equal whatever their scale and type. */
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

    static boolean isSame(@Nullable Object told, @Nullable Object again) {
        return told instanceof Number number && again instanceof Number other
                ? new BigDecimal(number.toString()).compareTo(new BigDecimal(other.toString())) == 0
                : Objects.equals(told, again);
    }

    /**
     * Something that a result tells and its trace does not give again.
     *
     * @param on subject: room:ID, site:ID or epci:SIREN
     * @param what field or step, in the words of the contract
     * @param told as the result tells it
     * @param again as it follows from the trace; why it cannot be computed, where it cannot
     */
    public record Disagreement(String on, String what, String told, String again) {}

    /** Something that has to be in a trace and is not. */
    static final class Untold extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Untold(String what) {
            super(what + " is not told");
        }
    }

    /** The two roundings of the contract: six places, and cents. */
    static final class Again {

        private Again() {}

        static BigDecimal divide(BigDecimal numerator, BigDecimal denominator) {
            return numerator.divide(denominator, 6, RoundingMode.HALF_UP);
        }

        static BigDecimal cents(BigDecimal euros) {
            return euros.setScale(2, RoundingMode.HALF_UP);
        }
    }
}
