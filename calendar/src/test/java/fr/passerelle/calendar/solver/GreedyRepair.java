package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people do by hand: keeps each published day that can be kept, then gives each session that is lost the first day that takes it. */
final class GreedyRepair {

    private final TourQuestion question;
    private final LocalDate cycle;
    private TourCalendar calendar = new TourCalendar(List.of());

    private GreedyRepair(TourQuestion question, LocalDate cycle) {
        this.question = question;
        this.cycle = cycle;
    }

    /** The calendar of one cycle. */
    static TourCalendar of(TourQuestion question, LocalDate cycle) {
        GreedyRepair repair = new GreedyRepair(question, cycle);
        question.stops().stream()
                .flatMap(stop -> question.references(stop, cycle).stream())
                .sorted(ReferenceSession.ORDER)
                .forEach(repair::keep);
        question.stops().forEach(repair::fill);
        return repair.calendar;
    }

    private void keep(ReferenceSession session) {
        question.stop(session.stop())
                .flatMap(stop -> question.animateur(session.animateur())
                        .flatMap(animateur -> with(animateur, session.date(), TourVisit.at(stop, session.start()))))
                .ifPresent(taken -> calendar = taken);
    }

    private void fill(TourStop stop) {
        for (TourAnimateur animateur : question.animateurs()) {
            for (LocalDate date : question.dates().days(cycle)) {
                if (calendar.sessions(question.dates(), stop, cycle).size() < stop.asked()) {
                    with(animateur, date, TourVisit.of(stop)).ifPresent(taken -> calendar = taken);
                }
            }
        }
    }

    /** The calendar with one more visit, all others of that day at their minute. */
    private Optional<TourCalendar> with(TourAnimateur animateur, LocalDate date, TourVisit visit) {
        List<TourVisit> visits = new ArrayList<>(List.of(visit));
        List<DayTour> others = new ArrayList<>(calendar.days());
        calendar.days().stream()
                .filter(day -> day.animateur().equals(animateur) && day.date().equals(date))
                .forEach(day -> {
                    day.halts().forEach(halt -> visits.add(TourVisit.at(halt.stop(), halt.start())));
                    others.remove(day);
                });
        return visits.size() > question.terms().tournees().sessionsADay()
                ? Optional.empty()
                : new DayPlanner(question)
                        .best(animateur, date, visits)
                        .map(day -> new TourCalendar(
                                Stream.concat(others.stream(), Stream.of(day)).toList()))
                        .filter(taken -> TourCheck.of(question.withReferences(List.of()), taken)
                                .holds());
    }
}
