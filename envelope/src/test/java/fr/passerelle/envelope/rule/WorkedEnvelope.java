package fr.passerelle.envelope.rule;

import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Facts;
import fr.passerelle.rules.financing.Financing;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Valeur;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One fictitious EPCI of high need whose study, investment and running cost what case 3 of RULES 5 says, with 30,000 for the investment. */
public final class WorkedEnvelope {

    static final String SIREN = "200000001";
    static final Siege SEAT = new Siege(SiegeKind.SALLE, "AISNE-001", "Salle A", "02001", "A");

    private static final Bareme BAREME = Baremes.load("2017-05");

    private WorkedEnvelope() {}

    /** It told all its costs and who carries it. */
    static Intercommunalite.Builder told(@Nullable String opening) {
        return Intercommunalite.newBuilder()
                .setFunctionsWanted(List.of())
                .setPorteur(SIREN)
                .setCostEtude(new BigDecimal("12500"))
                .setCostInvestissement(new BigDecimal("30000"))
                .setCostAnimation1(new BigDecimal("60000"))
                .setCostAnimation2(new BigDecimal("60000"))
                .setCostAnimation3(new BigDecimal("60000"))
                .setOpening(opening == null ? null : LocalDate.parse(opening));
    }

    /** 4,000 inhabitants at its seat, 1,500 three kilometres away, 900 thirty kilometres away. */
    static EpciDescribed epci(Intercommunalite.Builder told) {
        return EpciDescribed.newBuilder(Facts.epci())
                .setPopulation(6_400)
                .setCommunes(List.of(
                        new Commune("02001", "A", 4_000, 49.0, 3.0, null),
                        new Commune("02002", "B", 1_500, 49.027, 3.0, null),
                        new Commune("02003", "C", 900, 49.27, 3.0, null)))
                .setIntercommunalite(told.build())
                .build();
    }

    /** It proposes the seat, with the aid that the financing rules give. */
    static Plan.Builder plan(EpciDescribed epci, @Nullable Siege seat) {
        return BarePlan.of(SIREN)
                .setBesoin(Besoin.ELEVE)
                .setSiege(seat)
                .setTiersLieu(seat == null ? null : seat.getId())
                .setCandidates(seat == null ? List.of() : List.of(candidate(seat)))
                .setAid(new Financing(BAREME.reglement(), SIREN, epci.getIntercommunalite()).lines(seat != null));
    }

    private static Concurrent candidate(Siege seat) {
        return BarePlan.candidate(seat, Candidature.RETENUE)
                .setRank(1)
                .setFunctionsConfirmed(2)
                .setScore(seat.getKind() == SiegeKind.SALLE ? 64 : null)
                .build();
    }

    static EpciChoices choices(EpciDescribed epci, Plan plan, DecisionRecorded... decisions) {
        return choices(YearMonth.of(2017, 10), epci, plan, decisions);
    }

    /** Where its seat is proposed, and nothing was decided. */
    static EpciChoices choices(EpciDescribed epci) {
        return choices(epci, plan(epci, SEAT).build());
    }

    static EpciChoices choices(YearMonth asOf, EpciDescribed epci, Plan plan, DecisionRecorded... decisions) {
        return new Envelopes(BAREME, asOf, Map.of(SIREN, epci), Map.of(SIREN, List.of(decisions)))
                .of(List.of(plan), credits(2018, 2020), Valeur.HABITANTS)
                .epcis()
                .getFirst();
    }

    /** A million euros on each line of each year, which does not carry over. */
    static Credits credits(int from, int to) {
        return Credits.of(
                IntStream.rangeClosed(from, to)
                        .boxed()
                        .flatMap(year ->
                                Stream.of(LigneCredit.values()).map(line -> credit(year, line, 1_000_000, false)))
                        .toList(),
                List.of());
    }

    static Credit credit(int year, LigneCredit line, long euros, boolean carriesOver) {
        return new Credit(new BudgetCell(year, line), euros * 100, 0, carriesOver);
    }
}
