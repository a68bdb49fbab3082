package fr.passerelle.calendar.rule;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
import static fr.passerelle.calendar.rule.TourCases.ESTIMATE;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.LIBRARY;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.TERMS;
import static fr.passerelle.calendar.rule.TourCases.at;
import static fr.passerelle.calendar.rule.TourCases.question;
import static fr.passerelle.calendar.rule.TourCases.stop;
import static fr.passerelle.schemas.event.Rythme.HEBDOMADAIRE;
import static fr.passerelle.schemas.event.Rythme.UNE_SEMAINE_SUR_DEUX;
import static fr.passerelle.schemas.event.Rythme.UNE_SEMAINE_SUR_QUATRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.passerelle.calendar.rule.ReferenceSession.Pair;
import fr.passerelle.calendar.rule.Roads.Leg;
import fr.passerelle.calendar.rule.Roads.Road;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourCalendar.TourSession;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.schemas.event.SourceTrajet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a calendar is asked: its days, its rhythms, its roads, what was told before, and the sectors that it falls into. */
class TourQuestionTest {

    private final TourStop a = stop("A", HALL, 1);
    private final TourStop b = stop("B", HALL, 1);
    private final ReferenceSession first = published("place:A", MONDAY, at(9, 0));
    private final List<TourStop> stops = List.of(in("1", "A"), in("2", "B"), in("3", "C"), in("4", "D"), in("1", "E"));

    @Test
    void keepsThePublishedSessionsOfTheFirstWeeksOnly() {
        ReferenceSession later = published("place:A", MONDAY.plusWeeks(2), at(9, 0));
        ReferenceSession rhythm = new ReferenceSession("", "place:B", MONDAY, at(14, 0), "A-01", false);

        assertThat(pins(question(ANIMATEUR, a, b), first, later, rhythm)).containsExactly(first);
    }

    /** In the third week of a cycle that began when people were told, the next two weeks are those that count. */
    @Test
    void countsTheFirstWeeksFromTheDayOfThePlan() {
        ReferenceSession next = published("place:A", MONDAY.plusDays(16), at(9, 0));
        ReferenceSession later = published("place:A", MONDAY.plusDays(28), at(9, 0));
        TourQuestion question = question(ANIMATEUR, a).withReferences(List.of(first, next, later));

        assertThat(question.withDates(question.dates().since(MONDAY.plusDays(14)))
                        .pins())
                .containsExactly(first, next);
    }

    /** At B by 11:25, with 45 minutes of lunch from 11:30 on, and 20 to set up. */
    @Test
    void letsTheLaterOneGoWhereTwoMakeNoDay() {
        ReferenceSession tooSoon = published("place:B", MONDAY, at(12, 30));
        ReferenceSession justInTime = published("place:B", MONDAY, at(12, 45));

        assertThat(pins(question(ANIMATEUR, a, b), first, tooSoon)).containsExactly(first);
        assertThat(pins(question(ANIMATEUR, a, b), first, justInTime)).containsExactly(first, justInTime);
    }

    @Test
    void letsGoOfASessionThatCannotBeHeldAnyMore() {
        TourAnimateur ill = ANIMATEUR.with(List.of(new DateSpan(MONDAY, MONDAY)), ANIMATEUR.tablets());

        assertThat(pins(question(ill, a), first)).isEmpty();
        assertThat(pins(question(ANIMATEUR, b), first)).isEmpty();
    }

    @Test
    void allowsMoreThanAreAskedForWhereTheyMayNotMove() {
        ReferenceSession second = published("place:A", MONDAY.plusDays(1), at(9, 0));
        TourQuestion question = question(ANIMATEUR, a).withReferences(List.of(first, second));

        assertThat(question.most(a, MONDAY, question.pins())).isEqualTo(2);
        assertThat(question.most(a, MONDAY, List.of())).isEqualTo(1);
    }

    @Test
    void joinsEpcisThatShareAnimateursAndLeavesOutWhoServesNoEtape() {
        List<TourQuestion> sectors = sectors(serves("A-01", "1", "9"), serves("A-02", "9", "3"), serves("A-03", "2"));

        assertThat(sectors).map(TourQuestionTest::names).containsExactly("AEC", "B", "D");
        assertThat(sectors)
                .map(sector ->
                        sector.animateurs().stream().map(TourAnimateur::id).toList())
                .containsExactly(List.of("A-01", "A-02"), List.of("A-03"), List.of());

        assertThat(sectors(serves("A-01", "8")))
                .hasSize(4)
                .allSatisfy(sector -> assertThat(sector.animateurs()).isEmpty());
    }

    @Test
    void givesEachSectorTheSessionsOfItsEtapes() {
        ReferenceSession ofB = new ReferenceSession("place:B|2018-01-08|0", "place:B", MONDAY, at(9, 0), "A-01", true);
        TourQuestion whole = question(ANIMATEUR, stops.toArray(TourStop[]::new)).withReferences(List.of(ofB));

        assertThat(whole.sectors()).map(sector -> sector.references().size()).containsExactly(0, 1, 0, 0);
    }

    private static List<ReferenceSession> pins(TourQuestion question, ReferenceSession... published) {
        return question.withReferences(List.of(published)).pins();
    }

    private static ReferenceSession published(String stop, LocalDate date, int start) {
        return new ReferenceSession(stop + "|2018-01-08|0", stop, date, start, "A-01", true);
    }

    private List<TourQuestion> sectors(TourAnimateur... animateurs) {
        return question(ANIMATEUR, stops.toArray(TourStop[]::new))
                .withAnimateurs(List.of(animateurs))
                .sectors();
    }

    private static String names(TourQuestion sector) {
        return String.join("", sector.stops().stream().map(TourStop::name).toList());
    }

    private static TourStop in(String epci, String name) {
        TourStop one = stop(name, HALL, 1);
        return new TourStop(one.point(), epci, name, List.of(), 1, HALL, List.of(), one.capacity(), true);
    }

    private static TourAnimateur serves(String id, String... epcis) {
        return new TourAnimateur(
                id, ANIMATEUR.home(), epcis[0], new TreeSet<>(List.of(epcis)), ANIMATEUR.worked(), List.of(), 8);
    }

    private static final LocalDate EASTER_MONDAY = LocalDate.of(2018, 4, 2);
    private static final LocalDate WINTER = LocalDate.of(2018, 2, 24);

    private final TourDates dates =
            new TourDates(MONDAY, 16, Set.of(EASTER_MONDAY), List.of(new DateSpan(WINTER, LocalDate.of(2018, 3, 11))));

    @Test
    void beginsACycleEveryFourWeeks() {
        assertThat(dates.cycles())
                .containsExactly(MONDAY, MONDAY.plusWeeks(4), MONDAY.plusWeeks(8), MONDAY.plusWeeks(12));
        assertThat(dates.cycle(MONDAY.plusDays(27))).isEqualTo(MONDAY);
        assertThat(dates.cycle(MONDAY.plusDays(28))).isEqualTo(MONDAY.plusWeeks(4));
        assertThat(dates.cycle(MONDAY.minusDays(1))).isEqualTo(MONDAY.minusWeeks(4));
        assertThat(dates.last()).isEqualTo(MONDAY.plusDays(111));
    }

    @Test
    void worksNeitherOnSundaysNorOnPublicHolidays() {
        assertThat(dates.isWorked(MONDAY.plusDays(5))).isTrue();
        assertThat(dates.isWorked(MONDAY.plusDays(6))).isFalse();
        assertThat(dates.days(MONDAY)).hasSize(24);
        assertThat(dates.days(dates.cycle(EASTER_MONDAY))).hasSize(23).doesNotContain(EASTER_MONDAY);
    }

    @Test
    void leavesOutTheSchoolHolidaysWhereSessionsStop() {
        TourStop goesOn = stop("A", HALL, 1);
        TourStop stops = new TourStop(
                goesOn.point(), goesOn.epci(), "A", List.of(), 1, HALL, List.of(), goesOn.capacity(), false);

        assertThat(dates.allows(goesOn, WINTER)).isTrue();
        assertThat(dates.allows(stops, WINTER)).isFalse();
        assertThat(dates.allows(stops, WINTER.minusDays(1))).isTrue();
        assertThat(dates.allows(goesOn, EASTER_MONDAY)).isFalse();
    }

    @Test
    void isMadeOfWholeCyclesFromAMonday() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TourDates(MONDAY.plusDays(1), 4, Set.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new TourDates(MONDAY, 6, Set.of(), List.of()));
    }

    private final TourStop twice = stop("A", LIBRARY, 2);

    @Test
    void leavesWhatStandsBeforeItPairsWhatMoves() {
        ReferenceSession stands = told(0, MONDAY.plusDays(7));
        ReferenceSession moves = told(1, MONDAY.plusDays(14));
        TourSession same = session(MONDAY.plusDays(7));
        TourSession earlier = session(MONDAY);

        assertThat(ReferenceSession.pairs(List.of(stands, moves), List.of(earlier, same)))
                .containsExactly(new Pair(stands, same), new Pair(moves, earlier));
    }

    @Test
    void tellsWhatIsAddedOrHeldNoMoreAndCountsAsChangedWhatIsStillHeld() {
        ReferenceSession gone = told(0, MONDAY);

        assertThat(ReferenceSession.pairs(List.of(gone), List.of())).containsExactly(new Pair(gone, null));
        assertThat(ReferenceSession.pairs(List.of(), List.of(session(MONDAY))))
                .containsExactly(new Pair(null, session(MONDAY)));

        assertThat(ReferenceSession.changed(
                        List.of(told(0, MONDAY), told(1, MONDAY.plusDays(1))), List.of(session(MONDAY.plusDays(2)))))
                .isEqualTo(1);
    }

    private ReferenceSession told(int rank, LocalDate date) {
        return new ReferenceSession("place:A|2018-01-08|" + rank, twice.key(), date, at(9, 0), ANIMATEUR.id(), true);
    }

    private TourSession session(LocalDate date) {
        return new TourSession(twice, date, TERMS.session(at(9, 0)), ANIMATEUR);
    }

    private static final Road COMMUNES = new Road(18, 15_000, SourceTrajet.FICHIER, 18, 18);
    private static final Road PLACES = new Road(12, 9_000, SourceTrajet.FICHIER, 12, 12);

    private final TourPoint library = new TourPoint("place:BIB-1", "02168", 49.05, 3.4);
    private final TourPoint hall = new TourPoint("commune:02094", "02094", 49.03, 3.46);

    @Test
    void estimatesAJourneyRoundedUpAndTakesOneOfTheFileInBothDirections() {
        assertThat(new Roads(Map.of(), ESTIMATE).estimated(10_000))
                .isEqualTo(new Road(16, 13_000, SourceTrajet.ESTIME, 12, 23));

        Roads roads = new Roads(Map.of(new Leg("02168", "02094"), COMMUNES), ESTIMATE);

        assertThat(roads.of(library, hall)).isEqualTo(COMMUNES);
        assertThat(roads.of(hall, library)).isEqualTo(COMMUNES);
    }

    @Test
    void takesAPlaceBeforeItsCommune() {
        Roads roads = new Roads(
                Map.of(new Leg("02168", "02094"), COMMUNES, new Leg("place:BIB-1", "02094"), PLACES), ESTIMATE);

        assertThat(roads.of(library, hall)).isEqualTo(PLACES);
    }

    @Test
    void comesEveryWeekAsOftenAsItCanAndPartsThreeIntoTwoAndOne() {
        assertThat(VisitPattern.rhythms(3)).containsExactly(UNE_SEMAINE_SUR_DEUX, UNE_SEMAINE_SUR_QUATRE);
        assertThat(VisitPattern.rhythms(0)).isEmpty();
        assertThat(VisitPattern.rhythms(7)).containsExactly(HEBDOMADAIRE, UNE_SEMAINE_SUR_DEUX, UNE_SEMAINE_SUR_QUATRE);
        assertThat(VisitPattern.rhythms(8)).containsExactly(HEBDOMADAIRE, HEBDOMADAIRE);
    }

    @Test
    void losesNoSession() {
        assertThat(IntStream.rangeClosed(0, 40))
                .allMatch(sessions -> VisitPattern.rhythms(sessions).stream()
                                .mapToInt(VisitPattern::times)
                                .sum()
                        == sessions);
    }
}
