package fr.passerelle.calendar.rule;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.at;
import static fr.passerelle.calendar.rule.TourCases.question;
import static fr.passerelle.calendar.rule.TourCases.stop;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.TourDates.DateSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TourQuestionTest {

    private final TourStop a = stop("A", HALL, 1);
    private final TourStop b = stop("B", HALL, 1);
    private final ReferenceSession first = published("place:A", MONDAY, at(9, 0));
    private final List<TourStop> stops = List.of(in("1", "A"), in("2", "B"), in("3", "C"), in("4", "D"), in("1", "E"));

    @Test
    void keepsThePublishedSessionsOfTheFirstWeeksOnly() {
        ReferenceSession later = published("place:A", MONDAY.plusWeeks(2), at(9, 0));
        ReferenceSession rhythm = new ReferenceSession("", "place:B", MONDAY, at(14, 0), "A-01", false);

        assertThat(question(ANIMATEUR, a, b)
                        .withReferences(List.of(first, later, rhythm))
                        .pins())
                .containsExactly(first);
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

        assertThat(question(ANIMATEUR, a, b)
                        .withReferences(List.of(first, tooSoon))
                        .pins())
                .containsExactly(first);
        assertThat(question(ANIMATEUR, a, b)
                        .withReferences(List.of(first, justInTime))
                        .pins())
                .containsExactly(first, justInTime);
    }

    @Test
    void letsGoOfASessionThatCannotBeHeldAnyMore() {
        TourAnimateur ill = ANIMATEUR.with(List.of(new DateSpan(MONDAY, MONDAY)), ANIMATEUR.tablets());

        assertThat(question(ill, a).withReferences(List.of(first)).pins()).isEmpty();
        assertThat(question(ANIMATEUR, b).withReferences(List.of(first)).pins()).isEmpty();
    }

    @Test
    void allowsMoreThanAreAskedForWhereTheyMayNotMove() {
        ReferenceSession second = published("place:A", MONDAY.plusDays(1), at(9, 0));
        TourQuestion question = question(ANIMATEUR, a).withReferences(List.of(first, second));

        assertThat(question.most(a, MONDAY, question.pins())).isEqualTo(2);
        assertThat(question.most(a, MONDAY, List.of())).isEqualTo(1);
    }

    @Test
    void joinsEpcisThatShareAnimateursByWayOfOthers() {
        List<TourQuestion> sectors = sectors(serves("A-01", "1", "9"), serves("A-02", "9", "3"), serves("A-03", "2"));

        assertThat(sectors).map(TourQuestionTest::names).containsExactly("AEC", "B", "D");
        assertThat(sectors)
                .map(sector ->
                        sector.animateurs().stream().map(TourAnimateur::id).toList())
                .containsExactly(List.of("A-01", "A-02"), List.of("A-03"), List.of());
    }

    @Test
    void leavesOutWhoServesNoEtape() {
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
}
