package fr.passerelle.calendar.rule;

import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.Roads.Road;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCalendar.TourHalt;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion.TourTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tries every day of an animateur that the step allows, one after the other: what the planner of days is compared with. */
final class EveryDay {

    private final TourQuestion question;
    private final TourTerms terms;
    private final TourAnimateur animateur;
    private final LocalDate date;
    private final List<DayTour> found = new ArrayList<>();

    private EveryDay(TourQuestion question, TourAnimateur animateur, LocalDate date) {
        this.question = question;
        this.terms = question.terms();
        this.animateur = animateur;
        this.date = date;
    }

    /** The day of least road that holds all visits. */
    static Optional<DayTour> best(TourQuestion question, TourAnimateur animateur, LocalDate date, List<TourVisit> all) {
        EveryDay every = new EveryDay(question, animateur, date);
        animateur
                .day(date, question.terms().tournees().day())
                .ifPresent(span -> every.extend(span, List.of(), span.start(), all));
        return every.found.stream().min(Comparator.comparingInt(DayTour::roadMinutes));
    }

    private void extend(MinuteSpan span, List<TourHalt> halts, int free, List<TourVisit> left) {
        TourPoint at =
                halts.isEmpty() ? animateur.home() : halts.getLast().stop().point();
        if (left.isEmpty()) {
            end(halts);
        }
        for (TourVisit visit : left) {
            List<TourVisit> others = new ArrayList<>(left);
            others.remove(visit);
            Road road = question.roads().of(at, visit.stop().point());
            int arrival = free + road.minutes();
            for (int start = terms.nextStart(arrival + terms.tournees().setUp());
                    start < span.end();
                    start += terms.tournees().step()) {
                MinuteSpan session = terms.session(start);
                if (visit.begins().holds(new MinuteSpan(start, start + 1))
                        && visit.stop().isOpen(date, session)) {
                    int here = halts.isEmpty() ? start - terms.tournees().setUp() : arrival;
                    List<TourHalt> more = new ArrayList<>(halts);
                    more.add(new TourHalt(visit.stop(), road, here, start, session.end()));
                    extend(span, more, session.end() + terms.tournees().packUp(), others);
                }
            }
        }
    }

    private void end(List<TourHalt> halts) {
        DayTour tour = DayTour.of(question, animateur, date, halts);
        if (TourCheck.breaches(question, tour).isEmpty()) {
            found.add(tour);
        }
    }
}
