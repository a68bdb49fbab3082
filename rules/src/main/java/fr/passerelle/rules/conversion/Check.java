package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition, what is known of it, and what was compared. */
record Check(
        Condition condition,
        Reponse answer,
        @Nullable BigDecimal found,
        @Nullable BigDecimal required,
        Unite unit) {

    private static final int SCALE = 6;

    /** A yes or no. */
    static Check of(Condition condition, @Nullable Boolean fact) {
        return new Check(condition, Steps.reponse(fact), null, null, Unite.OUI_NON);
    }

    /** A number in hundredths against a threshold in units; equal is enough. */
    static Check reaches(Condition condition, @Nullable Integer hundredths, BigDecimal least, Unite unit) {
        BigDecimal found = hundredths == null ? null : BigDecimal.valueOf(hundredths, 2);
        Reponse answer = Steps.reponse(found == null ? null : found.compareTo(least) >= 0);
        return new Check(condition, answer, found, least, unit);
    }

    /** As the trace tells it. */
    ConditionJugee told() {
        return new ConditionJugee(condition.name(), answer, six(found), six(required), unit);
    }

    static List<String> codes(List<Check> checks, Reponse answer) {
        return checks.stream()
                .filter(check -> check.answer() == answer)
                .map(check -> check.condition().name())
                .toList();
    }

    private static @Nullable BigDecimal six(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(SCALE);
    }
}
