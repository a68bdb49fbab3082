package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The most that the scheme can give an EPCI, whatever it costs: totalled apart, never a budget.
 *
 * @param euros to the cent
 */
record SchemeCeiling(BigDecimal euros, RegleEssayee step) {

    static SchemeCeiling of(String on, FinancingLines lines) {
        Map<AidLineName, BigDecimal> most = new EnumMap<>(AidLineName.class);
        for (AidLineName name : AidLineName.values()) {
            most.put(name, lines.line(name).rule().most());
        }
        BigDecimal all = Cents.sum(most.values());
        Operande[] looked = most.entrySet().stream()
                .map(line -> Steps.euros(line.getKey().name().toLowerCase(Locale.ROOT), line.getValue()))
                .toArray(Operande[]::new);
        return new SchemeCeiling(all, Steps.passed(Rule.PLAFOND_DU_DISPOSITIF, on, all.toPlainString(), looked));
    }
}
