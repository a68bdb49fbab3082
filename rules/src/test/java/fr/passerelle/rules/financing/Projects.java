package fr.passerelle.rules.financing;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.SiteDescribed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What EPCIs told, for tests. Amounts as text, euros. */
public final class Projects {

    static final String SIREN = "200000001";

    private Projects() {}

    /** An EPCI with its sites; its rooms are told apart, scored. */
    static EpciFacts facts(EpciDescribed epci, List<SiteDescribed> sites) {
        return new EpciFacts(epci.getEpci(), epci, List.of(), sites, List.of());
    }

    /** The plan of an EPCI whose one room, S-1, is proposed. */
    static Plan plan(Intercommunalite.Builder project, DecisionRecorded... acts) {
        EpciDescribed epci = EpciDescribed.newBuilder(new AnyEpci(new Random(1)).epci())
                .setIntercommunalite(project.build())
                .build();
        List<ScoredRoom> rooms = List.of(Places.scored(Places.room("S-1"), 60));
        return EpciProposal.of(
                        new EpciFacts(SIREN, epci, List.of(), List.of(), List.of(acts)),
                        rooms,
                        Places.AS_OF,
                        Reglements.BAREME)
                .plan()
                .orElseThrow();
    }

    /** What each step of a rule of a plan came to. */
    static List<String> outcomes(Plan plan, String rule) {
        return plan.getTrace().stream()
                .filter(step -> step.getRule().equals(rule))
                .map(RegleEssayee::getOutcome)
                .toList();
    }

    /** The aid of each line. */
    static List<@Nullable String> aids(List<AidLine> lines) {
        return lines.stream()
                .<@Nullable String>map(line -> Objects.toString(line.getAid(), null))
                .toList();
    }

    public static Intercommunalite.Builder silent() {
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
    public static Intercommunalite.Builder caseOne() {
        return running(investment("48000"), "72000", "72000", "72000").setCostEtude(new BigDecimal("14000"));
    }
}
