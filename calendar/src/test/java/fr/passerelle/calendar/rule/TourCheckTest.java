package fr.passerelle.calendar.rule;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
import static fr.passerelle.calendar.rule.TourCases.LIBRARY;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.at;
import static fr.passerelle.calendar.rule.TourCases.question;
import static fr.passerelle.calendar.rule.TourCases.stop;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCheck.TourLevels;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourCheckTest {

    private final TourStop a = stop("A", LIBRARY, 1);
    private final TourQuestion question = question(ANIMATEUR, a);

    @Test
    void findsNothingWrongWithAGoodDay() {
        TourCheck check = TourCheck.of(question, new TourCalendar(List.of(day(MONDAY))));

        assertThat(check.breaches()).isEmpty();
        assertThat(check.levels()).containsExactly(new TourLevels(0, 0, 40, 0));
    }

    @Test
    void countsWhatNobodyHolds() {
        assertThat(TourCheck.of(question, new TourCalendar(List.of())).levels())
                .containsExactly(new TourLevels(1, 0, 0, 0));
    }

    @Test
    void findsASessionTooMany() {
        TourCalendar twice = new TourCalendar(List.of(day(MONDAY), day(MONDAY.plusDays(1))));

        assertThat(TourCheck.of(question, twice).breaches())
                .singleElement()
                .asString()
                .contains("plus que les 1 demandées");
    }

    @Test
    void findsADepartureThatNoJourneyExplains() {
        DayTour good = day(MONDAY);
        DayTour late =
                new DayTour(good.animateur(), MONDAY, good.departure() + 5, good.halts(), good.back(), good.arrival());

        assertThat(TourCheck.of(question, new TourCalendar(List.of(late))).breaches())
                .singleElement()
                .asString()
                .contains("ne suit pas de son trajet");
    }

    @Test
    void keepsAPublishedSessionOfTheFirstWeeks() {
        ReferenceSession published =
                new ReferenceSession("place:A|2018-01-08|0", "place:A", MONDAY, at(9, 0), "A-01", true);
        TourQuestion pinned = question.withReferences(List.of(published));

        assertThat(TourCheck.of(pinned, new TourCalendar(List.of(day(MONDAY)))).holds())
                .isTrue();
        assertThat(TourCheck.of(pinned, new TourCalendar(List.of(day(MONDAY.plusDays(1)))))
                        .breaches())
                .singleElement()
                .asString()
                .contains("devait rester");
    }

    @Test
    void countsAPublishedSessionThatMoves() {
        LocalDate later = MONDAY.plusWeeks(3);
        ReferenceSession published =
                new ReferenceSession("place:A|2018-01-08|0", "place:A", later, at(9, 0), "A-01", true);

        TourCheck check =
                TourCheck.of(question.withReferences(List.of(published)), new TourCalendar(List.of(day(MONDAY))));

        assertThat(check.holds()).isTrue();
        assertThat(check.levels().getFirst().changed()).isEqualTo(1);
    }

    private DayTour day(LocalDate date) {
        return new DayPlanner(question)
                .best(ANIMATEUR, date, List.of(TourVisit.of(a)))
                .orElseThrow();
    }
}
