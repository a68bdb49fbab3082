package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.schemas.event.ValeurChangee;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void tellsEveryProposalOfTheFirstRunAsAdded() {
        Changes changes = Changes.between(Proposals.NONE, proposals(score("0.05", "52"), candidate(seuil(52))));

        assertThat(changes.list())
                .containsExactly(
                        new Changement("CONVERSION", "S1", "E1", NatureChangement.AJOUTE, List.of(), List.of()));
        assertThat(changes.same()).isZero();
    }

    @Test
    void tellsAProposalThatWent() {
        Changes changes = Changes.between(proposals(score("0.05", "52"), candidate(seuil(52))), Proposals.NONE);

        assertThat(changes.count(NatureChangement.RETIRE)).isOne();
    }

    @Test
    void doesNotCallFiguresThatMoveAChange() {
        Changes changes = Changes.between(
                proposals(score("0.05", "52"), candidate(seuil(52))),
                proposals(score("0.06", "54"), candidate(seuil(54))));

        assertThat(changes.list()).isEmpty();
        assertThat(changes.same()).isOne();
    }

    @Test
    void tellsTheRuleThenTheIndicatorThatMadeAConclusionChange() {
        Changes changes = Changes.between(
                proposals(score("0.05", "52"), candidate(seuil(52))), proposals(score("0.02", "30"), under(seuil(45))));

        Changement change = changes.list().getFirst();
        assertThat(change.getNature()).isEqualTo(NatureChangement.MODIFIE);
        assertThat(change.getValues()).containsExactly(new ValeurChangee("CANDIDATURE", "CANDIDATE", "SOUS_LE_SEUIL"));
        assertThat(change.getCauses())
                .containsExactly(
                        new CauseChangement("SEUIL", "room:S1", "borne_basse", "52", "45"),
                        new CauseChangement("USAGE", "room:S1", "valeur", "0.05", "0.02"));
    }

    @Test
    void tellsTheNumberOfTheBaremeThatMadeAConclusionChange() {
        Changes changes = Changes.between(
                proposals(score("0.05", "52"), under(step(47, 50, "NON"))),
                proposals(score("0.05", "52"), candidate(step(47, 45, "OUI"))));

        assertThat(changes.list().getFirst().getCauses())
                .containsExactly(new CauseChangement("SEUIL", "room:S1", "seuil", "50", "45"));
    }

    @Test
    void tellsARuleThatNobodyTriedBefore() {
        RegleEssayee tie = Steps.decided(Rule.EX_AEQUO, "epci:E1", "S2");
        Conversion tied = under(seuil(52), tie);

        Changes changes = Changes.between(
                proposals(score("0.05", "52"), candidate(seuil(52))), proposals(score("0.05", "52"), tied));

        assertThat(changes.list().getFirst().getCauses())
                .containsExactly(new CauseChangement("EX_AEQUO", "epci:E1", null, null, "S2"));
    }

    @Test
    void holdsPlacesUnderTheSameNamesAgainstEachOtherInTurn() {
        Changes changes = Changes.between(
                proposals(score("0.05", "52"), candidate(shared(4, 2))),
                proposals(score("0.05", "52"), under(shared(4, 3))));

        assertThat(changes.list().getFirst().getCauses())
                .containsExactly(new CauseChangement("CUMUL_DES_SEANCES", "room:S1", "seances", "2", "3"));
    }

    @Test
    void holdsARuleTriedTwiceOnOneSubjectAgainstItselfInTurn() {
        RegleEssayee same = Steps.passed(Rule.DECISIONS_CONTRAIRES, "epci:E1", "AUCUNE");
        RegleEssayee seats = Steps.passed(Rule.DECISIONS_CONTRAIRES, "epci:E1", "TIERS_LIEUX_MULTIPLES");

        Changes changes = Changes.between(
                proposals(score("0.05", "52"), candidate(same, same)),
                proposals(score("0.05", "52"), under(seats, same)));

        assertThat(changes.list().getFirst().getCauses())
                .containsExactly(new CauseChangement(
                        "DECISIONS_CONTRAIRES", "epci:E1", null, "AUCUNE", "TIERS_LIEUX_MULTIPLES"));
    }

    private static RegleEssayee shared(int first, int second) {
        return Steps.decided(
                Rule.CUMUL_DES_SEANCES,
                "room:S1",
                String.valueOf(first + second),
                Steps.whole("seances", first, Unite.SEANCES_PAR_MOIS),
                Steps.whole("seances", second, Unite.SEANCES_PAR_MOIS));
    }

    /** The same rules are tried on the same EPCI for each line: the years of running come last and did not move. */
    @Test
    void tellsTheLineOfAidThatMadeAPlanChange() {
        Changes changes = Changes.between(plan("10000.00"), plan("9000.00"));

        assertThat(changes.list().getLast().getValues())
                .containsExactly(
                        new ValeurChangee("AIDE_TOTALE", "8000.00", "7200.00"),
                        new ValeurChangee("ETUDE", "8000.00", "7200.00"));
        assertThat(changes.list().getLast().getCauses())
                .contains(new CauseChangement("ASSIETTE", "epci:" + Facts.SIREN, "cout", "10000", "9000"));
    }

    private static Proposals plan(String costOfTheStudy) {
        EpciDescribed epci = EpciDescribed.newBuilder(Facts.epci())
                .setIntercommunalite(Intercommunalite.newBuilder()
                        .setCostEtude(new BigDecimal(costOfTheStudy))
                        .build())
                .build();
        EpciFacts facts =
                Facts.of(new RoomFacts(Facts.room("S-1", Facts.mediation().build()), Facts.monthly(5)));
        EpciResults results = EpciResults.of(
                new EpciFacts(Facts.SIREN, epci, facts.rooms(), facts.sites(), facts.decisions()),
                Facts.AS_OF,
                Baremes.load("2017-05"));
        return Proposals.of(List.of(), List.of(), results.plan().stream().toList());
    }

    @Test
    void holdsOnlySoManyChangesInTheSummaryAndSaysHowManyItLeavesOut() {
        Changes changes = Changes.between(Proposals.NONE, proposals(score("0.05", "52"), candidate(seuil(52))));

        assertThat(changes.summary(0).build().getLeftOut()).isOne();
        assertThat(changes.summary(0).build().getChanges()).isEmpty();
        assertThat(changes.summary(1).build().getLeftOut()).isZero();
    }

    /** One value and two causes: a change whose causes are many weighs as much as many changes. */
    @Test
    void countsValuesAndCausesInWhatASummaryHolds() {
        Changes changes = Changes.between(
                proposals(score("0.05", "52"), candidate(seuil(52))), proposals(score("0.02", "30"), under(seuil(45))));

        assertThat(changes.summary(3).build().getLeftOut()).isOne();
        assertThat(changes.summary(4).build().getLeftOut()).isZero();
    }

    private static Proposals proposals(Frequentation score, Conversion conversion) {
        return Proposals.of(List.of(score), List.of(conversion), List.of());
    }

    private static Conversion candidate(RegleEssayee... trace) {
        return conversion(Candidature.CANDIDATE, trace);
    }

    private static Conversion under(RegleEssayee... trace) {
        return conversion(Candidature.SOUS_LE_SEUIL, trace);
    }

    private static Conversion conversion(Candidature candidature, RegleEssayee... trace) {
        return Conversion.newBuilder()
                .setRoomId("S1")
                .setEpci("E1")
                .setAsOf("2017-10")
                .setKind(ConversionKind.ETAPE_NOMADE)
                .setCandidature(candidature)
                .setProvisoire(false)
                .setFonctions(List.of())
                .setSessionsAMonth(1)
                .setDemonstration(false)
                .setReasons(List.of())
                .setTrace(List.of(trace))
                .build();
    }

    private static RegleEssayee seuil(int low) {
        return step(low, 50, low >= 50 ? "OUI" : "NON");
    }

    private static RegleEssayee step(int low, int threshold, String outcome) {
        return Steps.decided(
                Rule.SEUIL,
                "room:S1",
                outcome,
                Steps.whole("borne_basse", low, Unite.POINTS),
                Steps.whole("seuil", threshold, Unite.POINTS));
    }

    private static Frequentation score(String usage, String points) {
        Indicateur indicator = Indicateur.newBuilder()
                .setName(IndicateurName.USAGE)
                .setWeight(40)
                .setValue(new BigDecimal(usage))
                .setPoints(new BigDecimal(points))
                .build();
        return Frequentation.newBuilder()
                .setRoomId("S1")
                .setEpci("E1")
                .setAsOf("2017-10")
                .setState(FrequentationState.NOTEE)
                .setIndicateurs(List.of(indicator))
                .setMonthsOpen(24)
                .setMonthsObserved(24)
                .setMonthsMissing(List.of())
                .setPresences12Months(0)
                .setPersonHours12MonthsHundredths(0)
                .setObserved12Months(12)
                .setFlags(List.of())
                .build();
    }
}
