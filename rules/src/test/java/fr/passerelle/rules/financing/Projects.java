package fr.passerelle.rules.financing;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.SiteDescribed;
import java.math.BigDecimal;
import java.util.List;

/** What EPCIs told, for tests. Amounts as text, euros. */
final class Projects {

    static final String SIREN = "200000001";

    private Projects() {}

    /** An EPCI with neither sites nor decisions; its rooms are told apart, scored. */
    static EpciFacts facts(EpciDescribed epci) {
        return facts(epci, List.of());
    }

    /** An EPCI with its sites; its rooms are told apart, scored. */
    static EpciFacts facts(EpciDescribed epci, List<SiteDescribed> sites) {
        return new EpciFacts(epci.getEpci(), epci, List.of(), sites, List.of());
    }

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
