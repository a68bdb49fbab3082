package fr.passerelle.rules.explanation;

import static fr.passerelle.schemas.event.Candidature.A_INSTRUIRE;
import static fr.passerelle.schemas.event.Candidature.EX_AEQUO;
import static fr.passerelle.schemas.event.Candidature.FONCTIONS_INSUFFISANTES;
import static fr.passerelle.schemas.event.Levier.FONCTION_CONFIRMEE;
import static fr.passerelle.schemas.event.Levier.FONCTION_PERDUE;
import static fr.passerelle.schemas.event.Levier.PRESENCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.rules.conversion.Seating.ProposedSeat;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.rules.trace.Written;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Levier;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * Computed by hand, but for the margins of any EPCI. Occupation (25) and inscrits (10) are unavailable throughout; regularite (10) is worth 100 unless said otherwise; the low
 * bound reaches the threshold of 50 once the weighted points reach 4 950.
 */
class ContrefactuelsTest {

    /**
     * 108 presences a year: usage 0.108 is worth 69.375, tendance 64: 4 735, a low bound of 47. Seven more are 0.1115, worth 70.46875, and a
     * tendance of 0.064815, worth 76.963: 4 973.195; six more 4 939.168.
     */
    @Test
    void findsThePresencesThatTakeARoomOverTheThreshold() {
        assertThat(told(Levier.PRESENCES, Facts.room("S-1", Facts.twoFunctions(), 9)))
                .isEqualTo("room:S-1: 7 PRESENCES [2017-10] (presences 7 PRESENCES), 73 > 77, A_INSTRUIRE > RETENUE,"
                        + " - > S-1");
    }

    /** 60 a year would take 423 more, seven times its own: over the five that are within reach. */
    @Test
    void tellsNoChangeOfAttendanceThatIsOutOfReach() {
        assertThat(of(Facts.room("S-1", Facts.twoFunctions(), 5)))
                .extracting(Contrefactuel::getLevier)
                .doesNotContain(Levier.PRESENCES);
    }

    /**
     * 600 a year: usage 100, tendance 64: 5 960. Emptied from October back, 172 less leave 428 of 600 (-0.286667, worth 13.333286) and 21
     * months of 24 (worth 75): 4 949.999; 171 less leave 4 953.57.
     */
    @Test
    void findsThePresencesWhoseLossUnseatsARoom() {
        assertThat(told(Levier.PRESENCES, Facts.room("S-1", Facts.twoFunctions(), 50)))
                .isEqualTo("room:S-1: -172 PRESENCES [2017-10, 2017-09, 2017-08, 2017-07] (presences -50 PRESENCES,"
                        + " presences -50 PRESENCES, presences -50 PRESENCES, presences -22 PRESENCES), 92 > 76,"
                        + " RETENUE > A_INSTRUIRE, S-1 > -");
    }

    /**
     * 1 200 a year, well used: only 99 left (SMALL_NUMBERS) would hold it back, 1 101 less. From 99 no room comes back to 1 200 by five times
     * its own; 200 left, 1 000 less, is the most that is told.
     */
    @Test
    void tellsNoLossWhoseWayBackIsOutOfReach() {
        RoomInventoried used = RoomInventoried.newBuilder(
                        Facts.room("S-1", Facts.twoFunctions().build()))
                .setWorkstations(8)
                .build();
        AttendanceCounts month = AttendanceCounts.newBuilder(Facts.presences(100))
                .setSessions(10)
                .setSessionHoursHundredths(20_00)
                .setPersonHoursHundredths(150_00)
                .build();
        RoomRegister busy = Facts.register(
                Stream.iterate(YearMonth.of(2015, 11), one -> !one.isAfter(Facts.AS_OF), one -> one.plusMonths(1))
                        .map(one -> Facts.month(one, "ATELIER", month))
                        .toArray(ReportedLine[]::new));

        assertThat(of(new RoomFacts(used, busy)))
                .extracting(Contrefactuel::getLevier)
                .containsExactly(Levier.FONCTION_PERDUE);
    }

    @Test
    void findsTheFunctionThatIsMissing() {
        assertThat(told(Levier.FONCTION_CONFIRMEE, Facts.room("S-1", Facts.mediation(), 50)))
                .isEqualTo("room:S-1: 1 OUI_NON ACCOMPAGNEMENT_PROJETS [ANIMATEUR] (ANIMATEUR 0.5 ETP), 92 > 92,"
                        + " FONCTIONS_INSUFFISANTES > RETENUE, - > S-1");
    }

    /** Coworking and télétravail lack the agreement too, but télétravail lacks a closed space besides. */
    @Test
    void prefersTheFunctionThatLacksTheFewestConditions() {
        Hosting.Builder desk = Facts.mediation()
                .setSurfaceM2Hundredths(40_00)
                .setMeasuredMbitsHundredths(null)
                .setOwnerAgreement(null)
                .setStepFreeAccess(true)
                .setClosedSpace(null)
                .setAnimateurEtpHundredths(0);

        assertThat(told(Levier.FONCTION_CONFIRMEE, Facts.room("S-1", desk, 50)))
                .doesNotContain("\n")
                .contains(": 2 OUI_NON COWORKING [DEBIT, ACCORD_PROPRIETAIRE] (DEBIT 30 MBITS,"
                        + " ACCORD_PROPRIETAIRE OUI OUI_NON), ");
    }

    /** Fab lab comes first in the order of the functions, and lacks two. */
    @Test
    void prefersFewerConditionsToTheOrderOfTheFunctions() {
        Hosting.Builder workshop = Facts.mediation()
                .setSurfaceM2Hundredths(72_00)
                .setOwnerAgreement(null)
                .setVentilatedSpace(null);

        assertThat(told(Levier.FONCTION_CONFIRMEE, Facts.room("S-1", workshop, 50)))
                .doesNotContain("\n")
                .contains(": 1 OUI_NON ACCOMPAGNEMENT_PROJETS ");
    }

    /** An animateur to lose still leaves two functions, and coworking to confirm leaves the seat where it is. */
    @Test
    void tellsNoFunctionThatAltersNothing() {
        Hosting.Builder workshop = Facts.twoFunctions()
                .setSurfaceM2Hundredths(72_00)
                .setFunctionsToday(List.of(Fonction.FABLAB))
                .setMeasuredMbitsHundredths(null)
                .setStepFreeAccess(true);

        assertThat(of(Facts.room("S-1", workshop, 50)))
                .extracting(Contrefactuel::getLevier)
                .containsExactly(Levier.PRESENCES);
    }

    @Test
    void findsTheConditionWhoseLossUnseatsARoom() {
        assertThat(told(Levier.FONCTION_PERDUE, Facts.room("S-1", Facts.twoFunctions(), 50)))
                .isEqualTo("room:S-1: 1 OUI_NON ACCOMPAGNEMENT_PROJETS [ANIMATEUR] (ANIMATEUR 0.49 ETP), 92 > 92,"
                        + " RETENUE > FONCTIONS_INSUFFISANTES, S-1 > -");
    }

    /** 11 months of 24 are no score; with a twelfth of 50, usage 100 and regularite 100: 5 000, tendance having no calendar month in both years. First written as RETENUE: one month of the last twelve does not decide any more. */
    @Test
    void findsTheMonthsToAskForAsManyAsItTakesLatestFirst() {
        assertThat(told(Levier.MOIS_RENDUS, room(Facts.twoFunctions(), monthsUntil(9))))
                .isEqualTo("room:S-1: 1 MOIS [2017-10] (presences 50 PRESENCES, seances - SEANCES_PAR_MOIS,"
                        + " heures_seances - HEURES, heures_personnes - HEURES_PERSONNE), - > 100,"
                        + " DONNEES_INSUFFISANTES > A_INSTRUIRE, - > -");
        assertThat(told(Levier.MOIS_RENDUS, room(Facts.twoFunctions(), monthsUntil(8))))
                .doesNotContain("\n")
                .startsWith("room:S-1: 2 MOIS [2017-10, 2017-09] ");
    }

    /** Three activities of ten million hours each, as a register may say: more hundredths than one record holds. */
    @Test
    void supposesAMonthWhoseMeanIsMoreThanARecordHolds() {
        AttendanceCounts hours = AttendanceCounts.newBuilder()
                .setEtat(Etat.OUVERT)
                .setPresences(5)
                .setPersonHoursHundredths(1_000_000_000)
                .build();
        YearMonth october = YearMonth.of(2017, 10);
        RoomRegister register = Facts.register(
                Facts.month(october, "A", hours), Facts.month(october, "B", hours), Facts.month(october, "C", hours));

        assertThat(told(Levier.MOIS_RENDUS, room(Facts.twoFunctions(), register)))
                .doesNotContain("\n")
                .contains(", heures_personnes 21474836.47 HEURES_PERSONNE");
    }

    @Test
    void tellsNoneWhereNothingCouldAlterAConclusion() {
        assertThat(of(Facts.room("S-1", Facts.mediation().setAnimateurEtpHundredths(0), 50)))
                .isEmpty();
    }

    @Test
    void tellsNoneOfAnAutonomousRoomNorOfOneThatIsClosed() {
        RoomInventoried autonomous = RoomInventoried.newBuilder(
                        Facts.room("S-1", Facts.twoFunctions().build()))
                .setGestion(Gestion.COMMUNALE_AUTONOME)
                .build();
        RoomInventoried closed = RoomInventoried.newBuilder(
                        Facts.room("S-2", Facts.twoFunctions().build()))
                .setClosed(Facts.AS_OF.atDay(1))
                .build();

        assertThat(of(new RoomFacts(autonomous, Facts.monthly(5)), new RoomFacts(closed, Facts.monthly(5))))
                .isEmpty();
    }

    /** 50 a month from November 2015 until a month of 2016. */
    private static RoomRegister monthsUntil(int month) {
        return Facts.monthly(50, YearMonth.of(2015, 11), YearMonth.of(2016, month));
    }

    private static RoomFacts room(Hosting.Builder hosting, RoomRegister register) {
        return new RoomFacts(Facts.room("S-1", hosting.build()), register);
    }

    /** Its counterfactuals of a lever, a line each: on what, how much of what, with what, and what its score, standing and seat come to. */
    private static String told(Levier levier, RoomFacts room) {
        return of(room).stream()
                .filter(one -> one.getLevier() == levier)
                .map(one -> one.getOn() + ": " + Written.plain(one.getAmount()) + " " + one.getUnit()
                        + (one.getFonction() == null ? " " : " " + one.getFonction() + " ") + one.getItems()
                        + Written.operands(one.getOperands()) + ", " + change(one.getScoreBefore(), one.getScoreAfter())
                        + ", " + change(one.getBefore(), one.getAfter()) + ", "
                        + change(one.getSeatBefore(), one.getSeatAfter()))
                .collect(Collectors.joining("\n"));
    }

    private static String change(@Nullable Object before, @Nullable Object after) {
        return Objects.toString(before, "-") + " > " + Objects.toString(after, "-");
    }

    private static List<Contrefactuel> of(RoomFacts... rooms) {
        return Facts.plan(rooms).getContrefactuels();
    }

    @Test
    void findsEachThresholdUpToTheBound() {
        for (int bound = 1; bound <= 70; bound++) {
            for (int threshold = 1; threshold <= bound; threshold++) {
                int least = threshold;
                assertThat(AttendanceLevers.smallest(bound, n -> n >= least)).hasValue(threshold);
            }
        }
    }

    @Test
    void findsNothingBeyondTheBoundByOneTrialAndTriesNothingWithoutAny() {
        AtomicInteger trials = new AtomicInteger();

        assertThat(AttendanceLevers.smallest(20_000, n -> trials.incrementAndGet() > 0 && n > 20_000))
                .isEmpty();
        assertThat(trials).hasValue(1);

        assertThat(AttendanceLevers.smallest(0, n -> true)).isEmpty();
    }

    /**
     * S-1 and P-2 fill two functions and nothing separates them. S-2 and P-1 lack the animateur whom nobody was asked about; S-3 and P-3
     * have none, and nothing single gives them two functions. 600 a year for a third of 1 000 inhabitants: usage 100, tendance 64,
     * regularite 100, so 92 of 65 points of weight; a site has no score.
     */
    @Test
    void changesOnePlaceAndTellsItsScoreAndLeavesTheOthers() {
        assertThat(plan().getContrefactuels())
                .extracting(
                        Contrefactuel::getOn,
                        Contrefactuel::getLevier,
                        Contrefactuel::getBefore,
                        Contrefactuel::getAfter,
                        Contrefactuel::getSeatBefore,
                        Contrefactuel::getSeatAfter,
                        Contrefactuel::getScoreBefore,
                        Contrefactuel::getScoreAfter)
                .containsExactly(
                        tuple("room:S-1", PRESENCES, EX_AEQUO, A_INSTRUIRE, null, "P-2", 92, 76),
                        tuple("room:S-1", FONCTION_PERDUE, EX_AEQUO, FONCTIONS_INSUFFISANTES, null, "P-2", 92, 92),
                        tuple("room:S-2", FONCTION_CONFIRMEE, FONCTIONS_INSUFFISANTES, EX_AEQUO, null, null, 92, 92),
                        tuple(
                                "site:P-1",
                                FONCTION_CONFIRMEE,
                                FONCTIONS_INSUFFISANTES,
                                EX_AEQUO,
                                null,
                                null,
                                null,
                                null),
                        tuple("site:P-2", FONCTION_PERDUE, EX_AEQUO, FONCTIONS_INSUFFISANTES, null, "S-1", null, null));
    }

    private static Plan plan() {
        Hosting two = Facts.twoFunctions().build();
        Hosting unknown = Facts.mediation().build();
        Hosting one = Facts.mediation().setAnimateurEtpHundredths(0).build();
        EpciFacts rooms = Facts.of(
                new RoomFacts(Facts.room("S-2", unknown), Facts.monthly(30)),
                new RoomFacts(Facts.room("S-3", one), Facts.monthly(1)),
                new RoomFacts(Facts.room("S-1", two), Facts.monthly(50)));
        return Facts.plan(
                Facts.with(rooms, Facts.site("P-2", two), Facts.site("P-3", one), Facts.site("P-1", unknown)));
    }

    /** The threshold's and each weight's. */
    private static final int MARGES =
            1 + Facts.BAREME.jeuDeRegles().indicateurs().size();

    /**
     * Twelve months of 50, none of which both years have: usage (40) and regularite (10) are worth 100, the rest is unavailable. Low bound: 5 000 ÷ 100 = 50, just the
     * threshold. It stays at 50 down to 49.5, so up to a whole weight of 101 with 5 000 points, and falls with each point of a weight that counts.
     */
    @Test
    void tellsHowFarTheThresholdAndEachWeightMayGo() {
        List<ReportedLine> lines = new ArrayList<>(Facts.months(50, YearMonth.of(2015, 11), YearMonth.of(2016, 4)));
        lines.addAll(Facts.months(50, YearMonth.of(2017, 5), Facts.AS_OF));

        Plan plan = plan(Facts.register(lines.toArray(ReportedLine[]::new)));

        assertThat(plan.getTiersLieu()).isEqualTo("S-1");
        assertThat(plan.getMarges())
                .hasSize(MARGES)
                .startsWith(
                        new Marge("SEUIL", 50, 40, 60, 40, 50),
                        new Marge("USAGE", 40, 32, 48, 40, 48),
                        new Marge("OCCUPATION", 25, 20, 30, 20, 26),
                        new Marge("TENDANCE", 15, 12, 18, 12, 16),
                        new Marge("REGULARITE", 10, 8, 12, 10, 12),
                        new Marge("INSCRITS", 10, 8, 12, 8, 11));
        assertThat(Marges.holds(plan)).isFalse();
    }

    /** Usage 100, tendance 64, regularite 100: 5 960, a low bound of 60. */
    @Test
    void holdsWhereNothingWithinTheMarginChangesTheProposal() {
        Plan plan = plan(Facts.monthly(50));

        assertThat(plan.getMarges()).hasSize(MARGES).allSatisfy(marge -> {
            assertThat(marge.getHoldsFrom()).isEqualTo(marge.getFrom());
            assertThat(marge.getHoldsTo()).isEqualTo(marge.getTo());
        });
        assertThat(Marges.holds(plan)).isTrue();
    }

    @Test
    void saysOfAPlanThatItsBaremeIsAnIllustration() {
        Plan illustrated = EpciResults.of(
                        Facts.of(Facts.room("S-1", Facts.twoFunctions(), 50)), Facts.AS_OF, Baremes.load("2018-01"))
                .plan()
                .orElseThrow();

        assertThat(illustrated.getBaremeIllustration()).isTrue();
        assertThat(plan(Facts.monthly(50)).getBaremeIllustration()).isFalse();
    }

    private static Plan plan(RoomRegister register) {
        return Facts.plan(new RoomFacts(Facts.room("S-1", Facts.twoFunctions().build()), register));
    }

    private static final int CASES = 20;

    /** Measured again from its facts, under a barème whose text says another number. */
    @RepeatedTest(CASES)
    void theProposalHoldsAllOverTheMarginAndNoFarther(RepetitionInfo repetition) {
        EpciFacts facts = new AnyFacts(Seeds.random(repetition)).facts();
        Plan plan = plan(facts, Facts.BAREME);

        assertThat(plan.getMarges()).hasSize(MARGES).allSatisfy(marge -> {
            assertThat(IntStream.rangeClosed(marge.getHoldsFrom(), marge.getHoldsTo()))
                    .allMatch(value -> holds(facts, plan, marge, value));
            assertThat(marge.getHoldsFrom() == marge.getFrom() || !holds(facts, plan, marge, marge.getHoldsFrom() - 1))
                    .isTrue();
            assertThat(marge.getHoldsTo() == marge.getTo() || !holds(facts, plan, marge, marge.getHoldsTo() + 1))
                    .isTrue();
        });
    }

    @RepeatedTest(CASES)
    void itLooksAFifthAround(RepetitionInfo repetition) {
        Plan plan = plan(new AnyFacts(Seeds.random(repetition)).facts(), Facts.BAREME);

        assertThat(plan.getMarges()).hasSize(MARGES).allSatisfy(marge -> {
            assertThat(5 * marge.getFrom()).isBetween(4 * marge.getValue(), 4 * marge.getValue() + 4);
            assertThat(5 * marge.getTo()).isBetween(6 * marge.getValue() - 4, 6 * marge.getValue());
        });
    }

    private static boolean holds(EpciFacts facts, Plan plan, Marge marge, int value) {
        return ProposedSeat.of(plan(facts, saying(marge.getParameter(), value))).equals(ProposedSeat.of(plan));
    }

    private static Bareme saying(String parameter, int value) {
        String before = parameter.equals("SEUIL")
                ? "(\n {2}seuil: \\{valeur: )\\d+"
                : "(\n {4}" + parameter + ":\n {6}poids: \\{valeur: )\\d+";
        Matcher found = Pattern.compile(before).matcher(Facts.BAREME.text());
        assertThat(found.find()).isTrue();
        return Baremes.read(found.replaceFirst("$1" + value));
    }

    private static Plan plan(EpciFacts facts, Bareme bareme) {
        return EpciResults.of(facts, Facts.AS_OF, bareme).plan().orElseThrow();
    }
}
