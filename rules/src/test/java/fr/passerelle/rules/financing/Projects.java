package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.Intercommunalite;
import java.math.BigDecimal;
import java.util.List;

/** What EPCIs told, for tests. Amounts as text, euros. */
final class Projects {

    private Projects() {}

    static Intercommunalite.Builder silent() {
        return Intercommunalite.newBuilder().setFunctionsWanted(List.of());
    }

    static Intercommunalite.Builder etude(String cost) {
        return silent().setCostEtude(new BigDecimal(cost));
    }

    static Intercommunalite.Builder investment(String cost) {
        return silent().setCostInvestissement(new BigDecimal(cost));
    }

    static Intercommunalite.Builder running(String first, String second, String third) {
        return running(silent(), first, second, third);
    }

    static Intercommunalite.Builder running(
            Intercommunalite.Builder project, String first, String second, String third) {
        return project.setCostAnimation1(new BigDecimal(first))
                .setCostAnimation2(new BigDecimal(second))
                .setCostAnimation3(new BigDecimal(third));
    }

    /** Case 1 of RULES 5. */
    static Intercommunalite.Builder caseOne() {
        return running(investment("48000"), "72000", "72000", "72000").setCostEtude(new BigDecimal("14000"));
    }
}
