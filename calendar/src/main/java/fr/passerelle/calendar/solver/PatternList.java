package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.VisitPattern;
import fr.passerelle.calendar.rule.VisitRhythms;
import fr.passerelle.calendar.rule.WorkHalf;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.Rythme;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The patterns that the visits of each étape may have, each with whoever could hold it; one alone where a session was published. */
record PatternList(DayTourList tours) {

    /** In the order of étapes, animateurs, rhythms, then halves of the week. */
    List<StopPattern> all() {
        return IntStream.range(0, question().stops().size())
                .boxed()
                .flatMap(this::of)
                .filter(pattern -> worth(pattern) > 0)
                .toList();
    }

    /** Whether an étape has a calendar that was published: it then needs no rhythm. */
    boolean isPublished(TourStop stop) {
        return published(stop).findAny().isPresent();
    }

    /** How many visits of a rhythm an étape has at most. */
    int visits(int stop, Rythme rythme) {
        TourStop place = question().stops().get(stop);
        return isPublished(place)
                ? place.asked()
                : Math.toIntExact(VisitRhythms.of(place.asked()).stream()
                        .filter(rythme::equals)
                        .count());
    }

    /** Sessions of a pattern that can really stand, over all cycles: holidays, closures and absences are left out. */
    int worth(StopPattern pattern) {
        return Math.toIntExact(question().dates().cycles().stream()
                .flatMap(cycle -> pattern.pattern().days(cycle).stream())
                .filter(date -> tours.mayHold(pattern.animateur(), pattern.stop(), date))
                .count());
    }

    private TourQuestion question() {
        return tours.question();
    }

    private Stream<StopPattern> of(int stop) {
        TourStop place = question().stops().get(stop);
        return isPublished(place)
                ? published(place).flatMap(session -> fixed(stop, session)).distinct()
                : IntStream.range(0, question().animateurs().size())
                        .boxed()
                        .flatMap(animateur -> free(stop, animateur));
    }

    private Stream<StopPattern> free(int stop, int animateur) {
        List<WorkHalf> halves = WorkHalf.all().stream()
                .filter(when -> isPossible(stop, animateur, when))
                .toList();
        return VisitRhythms.of(question().stops().get(stop).asked()).stream()
                .distinct()
                .flatMap(rythme -> halves.stream()
                        .flatMap(when -> VisitPattern.of(rythme, when).stream())
                        .map(pattern -> new StopPattern(stop, animateur, rythme, pattern)));
    }

    private Stream<StopPattern> fixed(int stop, ReferenceSession session) {
        int week = Math.toIntExact(ChronoUnit.WEEKS.between(question().dates().from(), session.date())) + 1;
        WorkHalf when = WorkHalf.of(
                session.date().getDayOfWeek(),
                session.start() < question().terms().tournees().day().noon()
                        ? DemiJournee.MATIN
                        : DemiJournee.APRES_MIDI);
        return question()
                .animateur(session.animateur())
                .map(question().animateurs()::indexOf)
                .filter(animateur -> isPossible(stop, animateur, when))
                .map(animateur -> new StopPattern(
                        stop, animateur, Rythme.UNE_SEMAINE_SUR_QUATRE, new VisitPattern(when, List.of(week))))
                .stream();
    }

    private boolean isPossible(int stop, int animateur, WorkHalf when) {
        LocalDate date = question().dates().from().with(when.day());
        return tours.isOffered(animateur, stop)
                && tours.best(animateur, date, List.of(tours.visit(stop, when.half())))
                        .isPresent();
    }

    private Stream<ReferenceSession> published(TourStop stop) {
        return question().habit(stop, question().dates().from()).stream().filter(ReferenceSession::published);
    }
}
