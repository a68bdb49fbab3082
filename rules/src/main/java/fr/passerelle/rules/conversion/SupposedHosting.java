package fr.passerelle.rules.conversion;

import fr.passerelle.rules.conversion.Functions.Condition;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Hosting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a place could have offered as a seat: its hosting with conditions answered otherwise, as an input could answer them. */
public final class SupposedHosting {

    private static final int PLACES = 2;
    private static final BigDecimal LEAST_STEP = new BigDecimal("0.01");

    private SupposedHosting() {}

    /** All of these conditions met: yes, or just what is required. */
    public static Hosting meeting(Hosting place, List<ConditionJugee> conditions) {
        Hosting.Builder supposed = Hosting.newBuilder(place);
        conditions.forEach(condition -> answer(supposed, condition, met(condition), true));
        return supposed.build();
    }

    /** That condition, of which {@link #mayFail} must hold, no longer met: no, or just less than what is required. */
    public static Hosting failing(Hosting place, ConditionJugee condition) {
        Hosting.Builder supposed = Hosting.newBuilder(place);
        answer(supposed, condition, missed(condition), false);
        return supposed.build();
    }

    /** Whether it can be missed: nothing is less than a requirement of 0. */
    public static boolean mayFail(ConditionJugee condition) {
        return condition.getRequired() == null || condition.getRequired().signum() > 0;
    }

    /** The least number that meets it; null where it is a yes or no. */
    public static @Nullable BigDecimal met(ConditionJugee condition) {
        BigDecimal required = condition.getRequired();
        return required == null ? null : required.setScale(PLACES, RoundingMode.CEILING);
    }

    /** The greatest number, to a hundredth, that does not; null where it is a yes or no. */
    public static @Nullable BigDecimal missed(ConditionJugee condition) {
        BigDecimal least = met(condition);
        return least == null ? null : least.subtract(LEAST_STEP);
    }

    private static void answer(
            Hosting.Builder place, ConditionJugee condition, @Nullable BigDecimal number, boolean yes) {
        Integer hundredths =
                number == null ? null : (Integer) number.unscaledValue().intValueExact();
        switch (Condition.valueOf(condition.getCondition())) {
            case SURFACE -> place.setSurfaceM2Hundredths(hundredths);
            case DEBIT -> place.setMeasuredMbitsHundredths(hundredths);
            case ANIMATEUR -> place.setAnimateurEtpHundredths(hundredths);
            case ACCORD_PROPRIETAIRE -> place.setOwnerAgreement(yes);
            case ACCES_PLAIN_PIED -> place.setStepFreeAccess(yes);
            case ESPACE_CLOS -> place.setClosedSpace(yes);
            case ESPACE_VENTILE -> place.setVentilatedSpace(yes);
        }
    }
}
