package fr.passerelle.calendar.rule;

import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.schemas.bareme.Tournees.WorkingDay;
import fr.passerelle.schemas.event.DemiJournee;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Somebody who holds sessions, under an opaque identifier, with tablets; each day begins and ends at home, and EPCIs are SIRENs. */
public record TourAnimateur(
        String id,
        TourPoint home,
        String epci,
        SortedSet<String> serves,
        SortedSet<WorkHalf> worked,
        List<DateSpan> absences,
        int tablets) {

    /** From when to when a day may go, from departure to return; empty where it is not worked. */
    public Optional<MinuteSpan> day(LocalDate date, WorkingDay terms) {
        if (date.getDayOfWeek() == DayOfWeek.SUNDAY || DateSpan.any(absences, date)) {
            return Optional.empty();
        }
        boolean morning = works(date, DemiJournee.MATIN);
        boolean afternoon = works(date, DemiJournee.APRES_MIDI);
        return morning || afternoon
                ? Optional.of(
                        new MinuteSpan(morning ? terms.start() : terms.noon(), afternoon ? terms.end() : terms.noon()))
                : Optional.empty();
    }

    /** Whether an étape is one of those that they serve, with tablets for a group. */
    public boolean mayServe(TourStop stop, int group) {
        Integer seats = stop.capacity();
        return serves.contains(stop.epci()) && tablets >= group && (seats == null || seats >= group);
    }

    /** The same with other absences, and so many tablets. */
    public TourAnimateur with(List<DateSpan> days, int brought) {
        return new TourAnimateur(id, home, epci, serves, worked, days, brought);
    }

    private boolean works(LocalDate date, DemiJournee half) {
        return worked.contains(WorkHalf.of(date.getDayOfWeek(), half));
    }
}
