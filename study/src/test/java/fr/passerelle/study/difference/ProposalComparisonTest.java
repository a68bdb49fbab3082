package fr.passerelle.study.difference;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ValeurChangee;
import fr.passerelle.study.difference.Diff.EpciDiff;
import fr.passerelle.study.difference.Diff.EuroLine;
import fr.passerelle.study.difference.Diff.ThingDiff;
import fr.passerelle.study.difference.Diffs.ProposalComparison;
import fr.passerelle.study.replay.ReplayManifest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProposalComparisonTest {

    private static final Proposals BEFORE = region(60, "1000.00");

    @Test
    void findsNothingWhereAllIsTheSame() {
        ProposalComparison compared = compared(region(60, "1000.00"));

        assertThat(compared.epcis()).isEmpty();
        assertThat(compared.epciIds()).containsExactly(E1, E2);
    }

    @Test
    void tellsAScoreThatMovesWithItsBoundsAndWhatMovedIt() {
        EpciDiff epci = compared(region(70, "1000.00")).epcis().getFirst();

        assertThat(epci.epci()).isEqualTo(E1);
        assertThat(epci.costsOtherwise()).isFalse();
        assertThat(epci.things()).singleElement().satisfies(room -> {
            assertThat(room.name()).isEqualTo("Salle A");
            assertThat(room.values())
                    .containsExactly(
                            new ValeurChangee("NOTE", "60", "70"),
                            new ValeurChangee("BORNE_BASSE", "50", "60"),
                            new ValeurChangee("BORNE_HAUTE", "70", "80"));
            assertThat(room.causes())
                    .containsExactly(new CauseChangement("USAGE", "room:A", "points", "60.000000", "70.000000", null));
        });
    }

    @Test
    void tellsTheEurosOfEachLineAndBudgetYearBeforeAndAfter() {
        ProposalComparison compared = compared(region(60, "1200.00"));

        assertThat(compared.epcis()).singleElement().satisfies(epci -> {
            assertThat(epci.costsOtherwise()).isTrue();
            assertThat(epci.euros())
                    .filteredOn(EuroLine::differs)
                    .extracting(EuroLine::what)
                    .containsExactly("ETUDE", "AIDE_TOTALE", "BUDGET_2018");
        });
        assertThat(compared.euros())
                .contains(new EuroLine("ETUDE", new BigDecimal("1500.00"), new BigDecimal("1700.00")));
    }

    @Test
    void tellsAnAmountThatIsNoLongerKnownFromOneThatIsZero() {
        EuroLine line = compared(region(60, null)).epcis().getFirst().euros().getFirst();

        assertThat(line.after()).isNull();
        assertThat(line.differs()).isTrue();
        assertThat(line.growth()).isEqualByComparingTo("-1000.00");
        assertThat(new EuroLine("ETUDE", null, null).differs()).isFalse();
        assertThat(new EuroLine("ETUDE", new BigDecimal("1.0"), new BigDecimal("1.00")).differs())
                .isFalse();
    }

    @Test
    void narrowsToTheEpcisAndTheRoomsThatWereAskedFor() {
        Proposals epci = Diffs.narrowed(BEFORE, new ReplayManifest.Scope(List.of(E1), List.of()));
        Proposals room = Diffs.narrowed(BEFORE, new ReplayManifest.Scope(List.of(E1, E2), List.of("B")));

        assertThat(epci.scores()).containsOnlyKeys("A", "B");
        assertThat(epci.plans()).containsOnlyKeys(E1);
        assertThat(room.scores()).containsOnlyKeys("B", "C");
        assertThat(room.plans()).containsOnlyKeys(E1, E2);
        assertThat(Diffs.narrowed(BEFORE, ReplayManifest.Scope.REGION)).isEqualTo(BEFORE);
    }

    private static ProposalComparison compared(Proposals after) {
        return new ProposalComparison(BEFORE, after, List.of());
    }

    private static final CauseChangement SEAT = cause("ORDRE_DES_CANDIDATES", null);
    private static final CauseChangement STUDY = cause("PLAFOND", AidLineName.ETUDE);
    private static final CauseChangement RUNNING = cause("PLAFOND", AidLineName.FONCTIONNEMENT_1);

    /** The study did not move: its cause explains no amount. */
    @Test
    void saysOfEachAmountWhatMovedItsOwnLineAlone() {
        EpciDiff diff = diff(STUDY, RUNNING);

        assertThat(diff.causeOf("FONCTIONNEMENT_1")).contains(RUNNING);
        assertThat(diff.causeOf("ETUDE")).contains(STUDY);
        assertThat(diff.causeOf(EuroLine.TOTAL)).contains(STUDY);

        assertThat(diff(STUDY, RUNNING).aidCauses()).containsExactly(RUNNING);
    }

    @Test
    void saysAnotherSeatOnceForAllThatItMoved() {
        assertThat(diff(SEAT, RUNNING).aidCauses()).containsExactly(SEAT);
        assertThat(diff().aidCauses()).isEmpty();
    }

    private static EpciDiff diff(CauseChangement... causes) {
        ThingDiff plan = new ThingDiff(ThingDiff.Type.PLAN, "200000001", "CC", List.of(), List.of(causes));
        return new EpciDiff(
                "200000001",
                "CC",
                List.of(plan),
                List.of(line("ETUDE", "8000.00"), line("FONCTIONNEMENT_1", "33750.00"), line(EuroLine.TOTAL, "1.00")),
                List.of(),
                List.of());
    }

    private static EuroLine line(String what, String after) {
        return new EuroLine(what, new BigDecimal(what.equals("ETUDE") ? after : "45000.00"), new BigDecimal(after));
    }

    private static CauseChangement cause(String rule, @Nullable AidLineName line) {
        return new CauseChangement(rule, "epci:200000001", null, "1", "2", line);
    }

    static final String E1 = "200000001";
    static final String E2 = "200000002";

    /** The score of A and the aid to the study of E1 are given, all else is the same. */
    static Proposals region(int scoreOfA, @Nullable String study) {
        return Proposals.of(
                List.of(score("A", E1, scoreOfA), score("B", E1, 40), score("C", E2, 50)),
                List.of(),
                List.of(plan(E1, study, "A", "B"), plan(E2, "500.00", "C")));
    }

    static Plan plan(String epci, @Nullable String study, String... rooms) {
        BigDecimal aid = study == null ? null : new BigDecimal(study);
        return BarePlan.of(epci)
                .setRooms(Stream.of(rooms).map(id -> BarePlan.room(id).build()).toList())
                .setAid(Arrays.stream(AidLineName.values())
                        .map(name -> line(name, name == AidLineName.ETUDE ? aid : null))
                        .toList())
                .setAidTotal(aid)
                .setBudget(aid == null ? List.of() : List.of(new BudgetAnnuel(2018, aid)))
                .build();
    }

    private static AidLine line(AidLineName name, @Nullable BigDecimal aid) {
        return BarePlan.aid(name, "TAUX").setAid(aid).build();
    }

    private static Frequentation score(String room, String epci, int score) {
        return Places.unscored(room, FrequentationState.NOTEE)
                .setEpci(epci)
                .setScore(score)
                .setLow(score - 10)
                .setHigh(score + 10)
                .setIndicateurs(List.of(usage(score)))
                .build();
    }

    private static Indicateur usage(int points) {
        return Indicateur.newBuilder()
                .setName(IndicateurName.USAGE)
                .setWeight(40)
                .setValue(new BigDecimal("0.050000"))
                .setPoints(new BigDecimal(points + ".000000"))
                .build();
    }
}
