package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.schemas.event.SeancesNonTenues;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What étapes ask for and nobody holds. */
record UnservedSessions(TourQuestion question, TourCalendar calendar) {

    /** By étape, then cycle; without causes. */
    List<SeancesNonTenues> all() {
        return question.stops().stream()
                .flatMap(stop -> question.dates().cycles().stream()
                        .map(cycle -> new SeancesNonTenues(stop.key(), cycle, unserved(stop, cycle), false, List.of())))
                .filter(each -> each.getSessions() > 0)
                .toList();
    }

    /** The cycle that leaves most, the first of them. */
    LocalDate worst() {
        return question.dates().cycles().stream()
                .min(Comparator.comparing(cycle -> -question.stops().stream()
                        .mapToInt(stop -> unserved(stop, cycle))
                        .sum()))
                .orElseThrow();
    }

    private int unserved(TourStop stop, LocalDate cycle) {
        return Math.max(
                0,
                question.asked(stop, cycle)
                        - calendar.sessions(question.dates(), stop, cycle).size());
    }
}
