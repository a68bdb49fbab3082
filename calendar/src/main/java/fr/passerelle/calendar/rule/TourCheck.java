package fr.passerelle.calendar.rule;

import fr.passerelle.calendar.rule.Roads.Road;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCalendar.TourHalt;
import fr.passerelle.calendar.rule.TourCalendar.TourSession;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion.TourTerms;
import fr.passerelle.schemas.bareme.Tournees.WorkingDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A calendar checked without a solver, from its minutes alone: each rule that it breaks, in French, and what it reaches in each cycle. */
public record TourCheck(List<String> breaches, List<TourLevels> levels) {

    /** A day, or a week by its Monday, of an animateur or of an étape. */
    private record DayOf(String who, LocalDate date) {}

    /** Checks a calendar. */
    public static TourCheck of(TourQuestion question, TourCalendar calendar) {
        List<String> breaches = new ArrayList<>();
        calendar.days().forEach(day -> breaches.addAll(breaches(question, day)));
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

    /** Each rule of the barème that a day of an animateur breaks, in French, from its minutes alone. */
    static List<String> breaches(TourQuestion question, DayTour tour) {
        DayRules check = DayRules.of(question, tour);
        check.checkWorked();
        check.checkTimes();
        check.checkRest();
        tour.halts().forEach(check::checkHalt);
        return check.breaches;
    }

    /** Whether the calendar may be. */
    public boolean holds() {
        return breaches.isEmpty();
    }

    private static void checkDays(TourQuestion question, TourCalendar calendar, List<String> breaches) {
        Set<DayOf> days = new HashSet<>();
        Map<DayOf, Integer> weeks = new HashMap<>();
        for (DayTour day : calendar.days()) {
            String id = day.animateur().id();
            if (!days.add(new DayOf(id, day.date()))) {
                breaches.add(id + " a deux journées le " + day.date() + ".");
            }
            if (question.dates().hasBeen(day.date())
                    || day.date().isAfter(question.dates().last())) {
                breaches.add("Le " + day.date() + " n'est pas un jour du calendrier.");
            }
            weeks.merge(new DayOf(id, TourDates.monday(day.date())), day.work(question.terms()), Integer::sum);
        }
        int most = question.terms().tournees().day().week();
        weeks.forEach((week, minutes) -> {
            if (minutes > most) {
                breaches.add("%s travaille %d minutes la semaine du %s, plus que %d."
                        .formatted(week.who(), minutes, week.date(), most));
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
        Map<DayOf, List<TourSession>> byDay = new HashMap<>();
        for (TourSession session : calendar.sessions()) {
            List<TourSession> others =
                    byDay.computeIfAbsent(new DayOf(session.stop().key(), session.date()), it -> new ArrayList<>());
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

    /**
     * What a calendar reaches in one cycle, level by level, less is better: sessions unserved, references held otherwise, minutes of road, and
     * minutes of work between who has most and who has least. A level only decides among what is best on those before it.
     */
    public record TourLevels(long unserved, long changed, long road, long spread) {

        /** Recomputed from the days alone. */
        public static TourLevels of(TourQuestion question, TourCalendar calendar, LocalDate cycle) {
            long unserved = 0;
            long changed = 0;
            for (TourStop stop : question.stops()) {
                List<TourSession> sessions = calendar.sessions(question.dates(), stop, cycle);
                unserved += Math.max(0, question.asked(stop, cycle) - sessions.size());
                changed += ReferenceSession.changed(question.references(stop, cycle), sessions);
            }
            List<DayTour> days = calendar.days(question.dates(), cycle);
            return new TourLevels(
                    unserved,
                    changed,
                    days.stream().mapToLong(DayTour::roadMinutes).sum(),
                    spread(question, days));
        }

        private static long spread(TourQuestion question, List<DayTour> days) {
            LongSummaryStatistics work = question.animateurs().stream()
                    .mapToLong(animateur -> days.stream()
                            .filter(day -> day.animateur().equals(animateur))
                            .mapToLong(day -> day.work(question.terms()))
                            .sum())
                    .summaryStatistics();
            return work.getCount() == 0 ? 0 : work.getMax() - work.getMin();
        }
    }

    private record DayRules(
            TourQuestion question, DayTour tour, TourTerms terms, WorkingDay rules, List<String> breaches) {

        static DayRules of(TourQuestion question, DayTour tour) {
            TourTerms terms = question.terms();
            return new DayRules(question, tour, terms, terms.tournees().day(), new ArrayList<>());
        }

        private void checkWorked() {
            Optional<MinuteSpan> day = tour.animateur().day(tour.date(), rules);
            require(question.animateurs().contains(tour.animateur()), "l'animateur est inconnu.");
            require(question.dates().isWorked(tour.date()), "c'est un dimanche ou un jour férié.");
            require(
                    day.filter(span -> span.holds(new MinuteSpan(tour.departure(), tour.arrival())))
                            .isPresent(),
                    "l'animateur ne travaille pas du départ au retour.");
            require(
                    tour.halts().size() <= terms.tournees().sessionsADay(),
                    tour.halts().size() + " séances en un jour.");
        }

        private void checkTimes() {
            TourPoint at = tour.animateur().home();
            int free = tour.departure();
            for (TourHalt halt : tour.halts()) {
                Road road = question.roads().of(at, halt.stop().point());
                require(halt.road().equals(road), "un trajet n'est pas celui que l'on connaît.");
                require(halt.arrival() == free + road.minutes(), "une arrivée ne suit pas de son trajet.");
                require(halt.pause(terms) >= 0, "une séance commence avant que tout soit installé.");
                free = halt.end() + terms.tournees().packUp();
                at = halt.stop().point();
            }
            Road back = question.roads().of(at, tour.animateur().home());
            require(tour.back().equals(back), "le retour n'est pas le trajet que l'on connaît.");
            require(tour.arrival() == free + back.minutes(), "l'heure du retour ne suit pas de son trajet.");
        }

        private void checkRest() {
            require(tour.longestStretch(terms) < rules.unbroken(), "six heures de travail sans pause.");
            require(tour.work(terms) <= rules.longest(), tour.work(terms) + " minutes de travail en un jour.");
            require(tour.arrival() - tour.departure() <= rules.span(), "l'amplitude de la journée est trop grande.");
            boolean whole = tour.departure() < rules.lunchFrom() && tour.arrival() > rules.lunchTo();
            require(!whole || tour.halts().stream().anyMatch(this::holdsLunch), "aucune pause méridienne.");
        }

        private boolean holdsLunch(TourHalt halt) {
            int from = Math.max(halt.arrival(), rules.lunchFrom());
            int to = Math.min(halt.arrival() + halt.pause(terms), rules.lunchTo());
            return to - from >= rules.lunch();
        }

        private void checkHalt(TourHalt halt) {
            TourStop stop = halt.stop();
            String at = stop.key() + " : ";
            MinuteSpan session = terms.session(halt.start());
            // By its key first: to compare all of each étape takes most of the time of a search.
            require(question.stop(stop.key()).filter(stop::equals).isPresent(), at + "cette étape est inconnue.");
            require(halt.end() == session.end(), at + "la séance n'a pas sa durée.");
            require(halt.start() % terms.tournees().step() == 0, at + "la séance ne commence pas à une heure permise.");
            require(stop.isOpen(tour.date(), session), at + "le lieu est fermé.");
            require(
                    !question.dates().isWorked(tour.date()) || question.dates().allows(stop, tour.date()),
                    at + "pas de séance pendant les vacances scolaires.");
            require(
                    tour.animateur().mayServe(stop, terms.group()),
                    at + "l'animateur n'y va pas, ou tablettes ou places manquent.");
        }

        private void require(boolean holds, String sentence) {
            if (!holds) {
                breaches.add("Journée de " + tour.animateur().id() + " le " + tour.date() + " : " + sentence);
            }
        }
    }
}
