package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.ResumeChangements;
import fr.passerelle.schemas.event.TotauxExecution;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.schemas.event.ValeurChangee;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChangesTest {

    static Stream<Arguments> causes() {
        RegleEssayee tie = Steps.decided(Rule.EX_AEQUO, "epci:E1", "S2");
        RegleEssayee same = Steps.passed(Rule.EX_AEQUO, "epci:E1", "FOURCHETTES_DISJOINTES");
        RegleEssayee tied = Steps.passed(Rule.EX_AEQUO, "epci:E1", "EX_AEQUO");
        RegleEssayee need = Steps.decided(Rule.BESOIN, "epci:E1", "MOYEN");
        RegleEssayee high = Steps.decided(Rule.BESOIN, "epci:E1", "ELEVE");
        return Stream.of(
                arguments(
                        named("a number of the barème", under(step(47, 50, "NON"))),
                        candidate(step(47, 45, "OUI")),
                        cause("SEUIL", "room:S1", "seuil", "50", "45")),
                arguments(
                        named("a rule that nobody tried before", candidate(seuil(52))),
                        under(seuil(52), tie),
                        cause("EX_AEQUO", "epci:E1", null, null, "S2")),
                arguments(
                        named("a rule that nobody tries any longer", under(seuil(52), tie)),
                        candidate(seuil(52)),
                        cause("EX_AEQUO", "epci:E1", null, "S2", null)),
                arguments(
                        named("places under the same names, in turn", candidate(compared(4, 2))),
                        under(compared(4, 3)),
                        cause("ORDRE_DES_CANDIDATES", "room:S1", "fonctions", "2", "3")),
                arguments(
                        named("a rule tried twice on one subject, in turn", candidate(same, same)),
                        under(tied, same),
                        cause("EX_AEQUO", "epci:E1", null, "FOURCHETTES_DISJOINTES", "EX_AEQUO")),
                arguments(
                        named("a rule that concludes otherwise on the same", under(step(47, 50, "NON"))),
                        candidate(step(47, 50, "OUI")),
                        cause("SEUIL", "room:S1", null, "NON", "OUI")),
                arguments(
                        named("what was looked at where every rule concludes the same", under(seuil(52))),
                        candidate(seuil(53)),
                        cause("SEUIL", "room:S1", "borne_basse", "52", "53")),
                arguments(
                        named(
                                "nothing that is only shown or alters something else",
                                candidate(need, seances(2), seuil(52))),
                        under(high, seances(3), seuil(45)),
                        cause("SEUIL", "room:S1", "borne_basse", "52", "45")));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void tellsWhatMadeAConclusionChange(Conversion before, Conversion after, CauseChangement cause) {
        assertThat(Changes.between(proposals(before), proposals(after))
                        .list()
                        .getFirst()
                        .getCauses())
                .containsExactly(cause);
    }

    private static CauseChangement cause(
            String rule, String on, @Nullable String operand, @Nullable String before, @Nullable String after) {
        return new CauseChangement(rule, on, operand, before, after, null);
    }

    @Test
    void tellsEveryProposalOfTheFirstRunAsAddedAndOneThatWentAsRemoved() {
        Changes changes = Changes.between(Proposals.NONE, proposals(candidate(seuil(52))));

        assertThat(changes.list())
                .containsExactly(
                        new Changement("CONVERSION", "S1", "E1", NatureChangement.AJOUTE, List.of(), List.of()));
        assertThat(changes.same()).isZero();
        assertThat(changes.summary(0).build().getLeftOut()).isOne();
        assertThat(changes.summary(0).build().getChanges()).isEmpty();
        assertThat(changes.summary(1).build().getLeftOut()).isZero();
        assertThat(Changes.between(proposals(candidate(seuil(52))), Proposals.NONE)
                        .count(NatureChangement.RETIRE))
                .isOne();
    }

    @Test
    void doesNotCallFiguresThatMoveAChange() {
        Changes changes =
                Changes.between(proposals(candidate(seuil(52))), proposals(score("0.06", "54"), candidate(seuil(54))));

        assertThat(changes.list()).isEmpty();
        assertThat(changes.same()).isOne();
    }

    /** One value and two causes: a change whose causes are many weighs as much in a summary as many changes. */
    @Test
    void tellsTheIndicatorThenTheRuleThatMadeAConclusionChange() {
        Changes changes =
                Changes.between(proposals(candidate(seuil(52))), proposals(score("0.02", "30"), under(seuil(45))));

        Changement change = changes.list().getFirst();
        assertThat(change.getNature()).isEqualTo(NatureChangement.MODIFIE);
        assertThat(change.getValues()).containsExactly(new ValeurChangee("CANDIDATURE", "CANDIDATE", "SOUS_LE_SEUIL"));
        assertThat(change.getCauses())
                .containsExactly(
                        cause("USAGE", "room:S1", "valeur", "0.05", "0.02"),
                        cause("SEUIL", "room:S1", "borne_basse", "52", "45"));
        assertThat(changes.summary(3).build().getLeftOut()).isOne();
        assertThat(changes.summary(4).build().getLeftOut()).isZero();
    }

    /** 80 Mbit/s, then 20: coworking goes, the other room has more functions. */
    @Test
    void tellsTheInputThatMovedBeforeTheComparisonOfTheCandidates() {
        Changes changes = Changes.between(twoRooms(80_00), twoRooms(20_00));

        CauseChangement input = cause("FONCTIONS_DU_LIEU", "room:S-1", "debit", "80", "20");
        assertThat(changes.list()).hasSize(3).allSatisfy(change -> {
            assertThat(change.getCauses().getFirst()).isEqualTo(input);
            assertThat(change.getCauses().get(1).getRule()).isEqualTo("ORDRE_DES_CANDIDATES");
        });
    }

    /** Half an animateur, then a fifth: one function is left. */
    @Test
    void tellsTheInputThatMovedBeforeTheNumberOfFunctions() {
        Changes changes = Changes.between(oneRoom(50), oneRoom(20));

        CauseChangement input = cause("FONCTIONS_DU_LIEU", "room:S-1", "animateur", "0.5", "0.2");
        assertThat(changes.list()).hasSize(2);
        assertThat(changes.list().getFirst().getCauses().subList(0, 2))
                .containsExactly(input, cause("FONCTIONS_SUFFISANTES", "room:S-1", "fonctions_confirmees", "2", "1"));
        assertThat(changes.list().getLast().getCauses().getFirst()).isEqualTo(input);
    }

    /** A seat that has nothing left to be judged of, since it is filled today: the owner's answer is what moved. */
    @Test
    void tellsTheRefusalThatMovedASeat() {
        assertThat(Changes.between(filled(true), filled(false)).list())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.getCauses().getFirst())
                        .isEqualTo(cause("ACCORD_ET_ACCES", "room:S-1", "accord_proprietaire", "OUI", "NON")));
    }

    /** It moved too, and nothing that decided looks at it. */
    @Test
    void neverCallsACauseAnInputThatAltersNothing() {
        Hosting.Builder before = desk(80_00, 50);
        Hosting.Builder after = desk(60_00, 20);

        assertThat(Changes.between(rooms(before), rooms(after)).list())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.getCauses())
                        .extracting(CauseChangement::getOperand)
                        .doesNotContain("debit"));
    }

    private static Proposals twoRooms(int mbits) {
        return rooms(desk(mbits, 50), Facts.twoFunctions().setFunctionsToday(List.of(Fonction.FABLAB)));
    }

    private static Proposals oneRoom(int animateur) {
        return rooms(Facts.twoFunctions().setAnimateurEtpHundredths(animateur));
    }

    private static Proposals filled(boolean agreement) {
        return rooms(
                Facts.mediation().setFunctionsToday(List.of(Fonction.values())).setOwnerAgreement(agreement));
    }

    /** Coworking, télétravail, mediation and support, as far as line and animateur go. */
    private static Hosting.Builder desk(int mbits, int animateur) {
        return Facts.twoFunctions()
                .setOwnerAgreement(true)
                .setSurfaceM2Hundredths(40_00)
                .setMeasuredMbitsHundredths(mbits)
                .setStepFreeAccess(true)
                .setClosedSpace(true)
                .setAnimateurEtpHundredths(animateur);
    }

    private static Proposals rooms(Hosting.Builder... places) {
        RoomFacts[] rooms = IntStream.range(0, places.length)
                .mapToObj(i -> Facts.room("S-" + (i + 1), places[i], 50))
                .toArray(RoomFacts[]::new);
        EpciResults results = Facts.results(Facts.of(rooms));
        return Proposals.of(
                results.scores(), results.conversions(), results.plan().stream().toList());
    }

    private static RegleEssayee compared(int first, int second) {
        return Steps.decided(
                Rule.ORDRE_DES_CANDIDATES,
                "room:S1",
                String.valueOf(first > second),
                Steps.whole("fonctions", first, Unite.FONCTIONS),
                Steps.whole("fonctions", second, Unite.FONCTIONS));
    }

    private static RegleEssayee seances(int number) {
        return Steps.decided(Rule.SEANCES, "room:S1", String.valueOf(number));
    }

    /** 15 × 30 points moved are more than 40 × 10, and an indicator that was not there moved by all it is worth. */
    @Test
    void tellsTheIndicatorThatMovedTheScoreMost() {
        Frequentation before = scored(indicator(IndicateurName.USAGE, 40, "0.05", "50"), unavailable());
        Frequentation after = scored(
                indicator(IndicateurName.USAGE, 40, "0.06", "60"),
                indicator(IndicateurName.TENDANCE, 15, "-0.17", "30"));

        assertThat(Changes.between(proposals(before, under(seuil(52))), proposals(after, candidate(seuil(52))))
                        .list()
                        .getFirst()
                        .getCauses())
                .containsExactly(cause("TENDANCE", "room:S1", "valeur", null, "-0.17"));
    }

    @ParameterizedTest
    @CsvSource({"45, 50, poids, 40, 45", "40, 60, points, 50, 60"})
    void tellsTheWeightOrTheScaleWhereTheBaremeMovedTheScore(
            int weight, String points, String operand, String before, String after) {
        Proposals now = proposals(score("0.05", "50"), under(seuil(52)));
        Frequentation moved = scored(indicator(IndicateurName.USAGE, weight, "0.05", points));

        assertThat(Changes.between(now, proposals(moved, under(seuil(52)))).scoreCause("S1"))
                .contains(cause("USAGE", "room:S1", operand, before, after));
        assertThat(Changes.between(now, now).scoreCause("S1")).isEmpty();
    }

    @Test
    void tellsNoIndicatorWhereAScoreIsNotThere() {
        Proposals unscored = Proposals.of(List.of(), List.of(under(seuil(52))), List.of());

        assertThat(Changes.between(unscored, proposals(candidate(seuil(53))))
                        .list()
                        .getFirst()
                        .getCauses())
                .extracting(CauseChangement::getRule)
                .containsExactly("SEUIL");
    }

    @Test
    void countsEachNatureOfChangeApart() {
        Proposals before = Proposals.of(
                List.of(),
                List.of(of("S1", under(seuil(45))), of("S2", under(seuil(45))), of("S3", under(seuil(45)))),
                plan("10000.00").plans().values().stream().toList());
        Proposals after = Proposals.of(
                List.of(),
                List.of(of("S1", candidate(seuil(52))), of("S2", under(seuil(45))), of("S4", under(seuil(45)))),
                before.plans().values().stream().toList());

        ResumeChangements told = Changes.between(before, after).summary(9).build();

        assertThat(List.of(told.getAdded(), told.getRemoved(), told.getModified(), told.getSame()))
                .containsExactly(1, 1, 1, 2);
    }

    /** An EPCI with a seat that the whole margin leaves it, and one whose étape has too few months and no seat. */
    @Test
    void totalsWhatThePlansProposeBeforeAndAfter() {
        Plan seated = Plan.newBuilder(plan("10000.00").plans().firstEntry().getValue())
                .setTiersLieu("S-1")
                .setEtapes(2)
                .setAInstruire(1)
                .setDonneesInsuffisantes(0)
                .setMarges(List.of(new Marge("SEUIL", 50, 40, 60, 40, 60)))
                .build();
        Plan fragile = Plan.newBuilder(seated)
                .setEpci("E9")
                .setTiersLieu(null)
                .setEtapes(3)
                .setAInstruire(4)
                .setDonneesInsuffisantes(5)
                .setAidTotal(null)
                .setMarges(List.of(new Marge("SEUIL", 50, 40, 60, 40, 50)))
                .build();

        ResumeChangements told = Changes.between(Proposals.NONE, proposals(seated, fragile))
                .summary(9)
                .build();

        assertThat(told.getBefore()).isEqualTo(new TotauxExecution(0, 0, 0, 0, new BigDecimal("0.00"), 0));
        assertThat(told.getAfter()).isEqualTo(new TotauxExecution(1, 5, 5, 5, new BigDecimal("8000.00"), 1));
    }

    @Test
    void tellsTheLineOfAidThatMadeAPlanChange() {
        Changes changes = Changes.between(plan("10000.00"), plan("9000.00"));

        assertThat(changes.list().getLast().getValues())
                .containsExactly(
                        new ValeurChangee("AIDE_TOTALE", "8000.00", "7200.00"),
                        new ValeurChangee("ETUDE", "8000.00", "7200.00"));
        assertThat(changes.list().getLast().getCauses().getFirst())
                .isEqualTo(new CauseChangement(
                        "ASSIETTE", "epci:" + Facts.SIREN, "cout", "10000", "9000", AidLineName.ETUDE));
    }

    /** The rate came out the same, and only no longer decides: what decides is the ceiling, now on the cost. */
    @Test
    void tellsTheCeilingThatDecidesAndNotTheRateThatCameOutTheSame() {
        Changes changes = Changes.between(plan("11800.00"), plan("11800.00", "2018-01"));

        assertThat(changes.list().getLast().getCauses().getFirst())
                .isEqualTo(new CauseChangement(
                        "PLAFOND", "epci:" + Facts.SIREN, "plafond_porte_sur", "AIDE", "COUT", AidLineName.ETUDE));
    }

    /** The ceiling of the study falls from 10 000 to 8 000 without touching an aid of 8 000: only the investment moved. */
    @Test
    void neverTellsALineOfAidThatDidNotMove() {
        Plan before = plan("10000.00").plans().firstEntry().getValue();
        Plan after = Plan.newBuilder(before)
                .setAidTotal(new BigDecimal("7000.00"))
                .setAid(before.getAid().stream()
                        .map(ChangesTest::underAnotherCeiling)
                        .toList())
                .build();

        assertThat(Changes.between(proposals(before), proposals(after))
                        .list()
                        .getFirst()
                        .getCauses())
                .isNotEmpty()
                .extracting(CauseChangement::getLine)
                .containsOnly(AidLineName.INVESTISSEMENT);
    }

    private static AidLine underAnotherCeiling(AidLine line) {
        AidLine.Builder other = AidLine.newBuilder(line)
                .setTrace(List.of(Steps.decided(
                        Rule.PLAFOND, "epci:" + Facts.SIREN, line.getLine().name())));
        return (line.getLine() == AidLineName.INVESTISSEMENT ? other.setAid(new BigDecimal("5.00")) : other).build();
    }

    private static Proposals plan(String costOfTheStudy) {
        return plan(costOfTheStudy, "2017-05");
    }

    private static Proposals plan(String costOfTheStudy, String bareme) {
        EpciDescribed epci = EpciDescribed.newBuilder(Facts.epci())
                .setIntercommunalite(Intercommunalite.newBuilder()
                        .setCostEtude(new BigDecimal(costOfTheStudy))
                        .build())
                .build();
        EpciFacts facts = Facts.of(Facts.room("S-1", Facts.mediation(), 5));
        EpciResults results = EpciResults.of(
                new EpciFacts(Facts.SIREN, epci, facts.rooms(), facts.sites(), facts.decisions()),
                Facts.AS_OF,
                Baremes.load(bareme));
        return proposals(results.plan().orElseThrow());
    }

    private static Proposals proposals(Conversion conversion) {
        return proposals(score("0.05", "52"), conversion);
    }

    private static Proposals proposals(Plan... plans) {
        return Proposals.of(List.of(), List.of(), List.of(plans));
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
        return BarePlan.etape("S1", "E1")
                .setCandidature(candidature)
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

    private static Conversion of(String room, Conversion like) {
        return Conversion.newBuilder(like).setRoomId(room).build();
    }

    private static Frequentation score(String usage, String points) {
        return scored(indicator(IndicateurName.USAGE, 40, usage, points));
    }

    private static Indicateur indicator(IndicateurName name, int weight, String value, String points) {
        return Indicateur.newBuilder()
                .setName(name)
                .setWeight(weight)
                .setValue(new BigDecimal(value))
                .setPoints(new BigDecimal(points))
                .build();
    }

    private static Indicateur unavailable() {
        return Indicateur.newBuilder()
                .setName(IndicateurName.TENDANCE)
                .setWeight(15)
                .setUnavailable("PRESENCES_INSUFFISANTES")
                .build();
    }

    private static Frequentation scored(Indicateur... indicators) {
        return Places.unscored("S1", FrequentationState.NOTEE)
                .setEpci("E1")
                .setIndicateurs(List.of(indicators))
                .build();
    }
}
