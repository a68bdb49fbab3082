package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/**
 * The most that the scheme can give an EPCI, whatever it costs: totalled apart, never a budget.
 *
 * @param euros to the cent
 */
record SchemeCeiling(BigDecimal euros, RegleEssayee step) {

    static SchemeCeiling of(String on, Lines lines) {
        BigDecimal all = Cents.sum(Arrays.stream(AidLineName.values())
                .map(name -> lines.line(name).rule().most())
                .toList());
        Operande[] most = Arrays.stream(AidLineName.values())
                .map(name -> Operands.euros(
                        name.name().toLowerCase(Locale.ROOT),
                        lines.line(name).rule().most()))
                .toArray(Operande[]::new);
        return new SchemeCeiling(all, Steps.passed(Rule.PLAFOND_DU_DISPOSITIF, on, all.toPlainString(), most));
    }
}
