package fr.passerelle.calendar.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A calendar checked without a solver: whether it may be, and what it reaches, recomputed from its minutes alone.
 *
 * @param breaches each rule that it breaks, in French; none where it may be
 * @param levels what it reaches in each cycle, in order
 */
public record TourCheck(List<String> breaches, List<TourLevels> levels) {

    private record AnimateurDay(String animateur, LocalDate date) {}

    private record PlaceDay(String stop, LocalDate date) {}

    /** Checks a calendar. */
    public static TourCheck of(TourQuestion question, TourCalendar calendar) {
        List<String> breaches = new ArrayList<>();
        calendar.days().forEach(day -> breaches.addAll(DayRules.breaches(question, day)));
        checkDays(question, calendar, breaches);
        checkFacts(question, calendar, breaches);
        checkPlaces(question, calendar, breaches);
        List<ReferenceSession> pins = question.pins();
        checkAsked(question, pins, calendar, breaches);
        checkPins(pins, calendar, breaches);
        return new TourCheck(
                List.copyOf(breaches),
                question.dates().cycles().stream()
                        .map(cycle -> TourLevels.of(question, calendar, cycle))
                        .toList());
    }

    /** Whether the calendar may be. */
    public boolean holds() {
        return breaches.isEmpty();
    }

    private static void checkDays(TourQuestion question, TourCalendar calendar, List<String> breaches) {
        Set<AnimateurDay> days = new HashSet<>();
        Map<AnimateurDay, Integer> weeks = new HashMap<>();
        for (DayTour day : calendar.days()) {
            String id = day.animateur().id();
            if (!days.add(new AnimateurDay(id, day.date()))) {
                breaches.add(id + " a deux journées le " + day.date() + ".");
            }
            if (question.dates().hasBeen(day.date())
                    || day.date().isAfter(question.dates().last())) {
                breaches.add("Le " + day.date() + " n'est pas un jour du calendrier.");
            }
            weeks.merge(new AnimateurDay(id, TourDates.monday(day.date())), day.work(question.terms()), Integer::sum);
        }
        int most = question.terms().tournees().day().week();
        weeks.forEach((week, minutes) -> {
            if (minutes > most) {
                breaches.add("%s travaille %d minutes la semaine du %s, plus que %d."
                        .formatted(week.animateur(), minutes, week.date(), most));
            }
        });
    }

    /** Nothing is added to what people were told for a day too near. */
    private static void checkFacts(TourQuestion question, TourCalendar calendar, List<String> breaches) {
        for (TourSession session : calendar.sessions()) {
            for (String who : List.of(session.animateur().id(), session.stop().key())) {
                if (question.isTold(who, session.date())) {
                    breaches.add(
                            "%s a déjà une séance annoncée le %s, qui ne bouge plus.".formatted(who, session.date()));
                }
            }
        }
    }

    private static void checkPlaces(TourQuestion question, TourCalendar calendar, List<String> breaches) {
        Map<PlaceDay, List<TourSession>> byDay = new HashMap<>();
        for (TourSession session : calendar.sessions()) {
            List<TourSession> others =
                    byDay.computeIfAbsent(new PlaceDay(session.stop().key(), session.date()), it -> new ArrayList<>());
            if (others.stream().anyMatch(other -> other.span().overlaps(session.span()))) {
                breaches.add(session.stop().key() + " a deux séances à la fois le " + session.date() + ".");
            }
            others.add(session);
            if (others.size() == question.terms().tournees().sessionsADayAPlace() + 1) {
                breaches.add(session.stop().key() + " a trop de séances le " + session.date() + ".");
            }
        }
    }

    private static void checkAsked(
            TourQuestion question, List<ReferenceSession> pins, TourCalendar calendar, List<String> breaches) {
        for (TourStop stop : question.stops()) {
            for (LocalDate cycle : question.dates().cycles()) {
                int held = calendar.sessions(question.dates(), stop, cycle).size();
                if (held > question.most(stop, cycle, pins)) {
                    breaches.add("%s a %d séances dans les quatre semaines du %s, plus que les %d demandées."
                            .formatted(stop.key(), held, cycle, question.asked(stop, cycle)));
                }
            }
        }
    }

    private static void checkPins(List<ReferenceSession> pins, TourCalendar calendar, List<String> breaches) {
        List<TourSession> sessions = calendar.sessions();
        for (ReferenceSession pin : pins) {
            if (sessions.stream().noneMatch(pin::isSameAs)) {
                breaches.add("La séance publiée " + pin.seance() + " devait rester où elle est.");
            }
        }
    }
}
