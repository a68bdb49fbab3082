package fr.passerelle.calendar.rule;

import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.schemas.bareme.Tournees;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is to be chosen: who holds which session where and when.
 *
 * @param stops in their stable order
 * @param animateurs by identifier
 * @param references sessions to be kept as they are where that can be, in order
 */
public record TourQuestion(
        TourDates dates,
        List<TourStop> stops,
        List<TourAnimateur> animateurs,
        Roads roads,
        TourTerms terms,
        List<ReferenceSession> references) {

    /** Published sessions of the first weeks that can still be held, alone and with the others of their day: they may not move. */
    public List<ReferenceSession> pins() {
        LocalDate free = dates.earliest().plusWeeks(terms.tournees().frozenWeeks());
        Map<Object, List<TourVisit>> days = new HashMap<>();
        return references.stream()
                .filter(session ->
                        session.published() && !session.fact() && session.date().isBefore(free))
                .sorted(ReferenceSession.ORDER)
                .filter(this::isPossible)
                .filter(session -> fits(
                        session,
                        days.computeIfAbsent(List.of(session.animateur(), session.date()), it -> new ArrayList<>())))
                .toList();
    }

    /** Whether a session can be held after those of its day, to which it is added then: a later one gives way to the earlier ones. */
    private boolean fits(ReferenceSession session, List<TourVisit> day) {
        day.add(TourVisit.at(stop(session.stop()).orElseThrow(), session.start()));
        boolean fits = new DayPlanner(this)
                .inOrder(animateur(session.animateur()).orElseThrow(), session.date(), day)
                .isPresent();
        if (!fits) {
            day.removeLast();
        }
        return fits;
    }

    /** Its parts that share no animateur, not even by way of others: each has étapes, by its first EPCI. Who serves none is in none. */
    public List<TourQuestion> sectors() {
        Map<String, String> towards = new HashMap<>();
        for (TourAnimateur animateur : animateurs) {
            for (String epci : animateur.serves()) {
                String one = root(towards, animateur.id());
                String other = root(towards, epci);
                if (!one.equals(other)) {
                    towards.put(one, other);
                }
            }
        }
        return stops.stream()
                .sorted(TourStop.ORDER)
                .collect(Collectors.groupingBy(stop -> root(towards, stop.epci()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(sector -> part(
                        sector.getValue(),
                        animateurs.stream()
                                .filter(animateur ->
                                        root(towards, animateur.id()).equals(sector.getKey()))
                                .toList()))
                .sorted(Comparator.comparing(part -> part.stops().getFirst(), TourStop.ORDER))
                .toList();
    }

    /** What stands for the sector of an animateur or an EPCI: an identifier of its own. */
    private static String root(Map<String, String> towards, String node) {
        String at = node;
        while (towards.containsKey(at)) {
            at = towards.get(at);
        }
        return at;
    }

    private TourQuestion part(List<TourStop> own, List<TourAnimateur> serving) {
        TourQuestion part = withStops(own).withAnimateurs(serving);
        return part.withReferences(references.stream()
                .filter(session -> part.stop(session.stop()).isPresent()
                        || (session.fact()
                                && part.animateur(session.animateur()).isPresent()))
                .toList());
    }

    /** What has been: it fixes what étapes have had, and is no input of what is possible. */
    public List<ReferenceSession> facts() {
        return references.stream().filter(ReferenceSession::fact).toList();
    }

    /** Sessions that an étape still asks for in a cycle: less those that it has had. */
    public int asked(TourStop stop, LocalDate cycle) {
        long had = facts().stream().filter(fact -> isOf(fact, stop, cycle)).count();
        return Math.max(0, stop.asked() - Math.toIntExact(had));
    }

    /** The same of all étapes. */
    public int asked(LocalDate cycle) {
        return stops.stream().mapToInt(stop -> asked(stop, cycle)).sum();
    }

    /** Whether a day of an animateur, or of a place, was told already and is not added to. */
    public boolean isTold(String animateurOrStop, LocalDate date) {
        return references.stream()
                .anyMatch(session -> session.fact()
                        && session.date().equals(date)
                        && (session.animateur().equals(animateurOrStop)
                                || session.stop().equals(animateurOrStop)));
    }

    /** The most sessions of an étape in a cycle: those that it still asks for, and more only where more pins are there, which may not move. */
    public int most(TourStop stop, LocalDate cycle, List<ReferenceSession> pins) {
        long pinned = pins.stream().filter(pin -> isOf(pin, stop, cycle)).count();
        return Math.max(asked(stop, cycle), Math.toIntExact(pinned));
    }

    /** Whether a session can still be held as it is, as far as its own place and animateur go. */
    public boolean isPossible(ReferenceSession session) {
        MinuteSpan span = terms.session(session.start());
        return stop(session.stop())
                .filter(stop -> dates.allows(stop, session.date()) && stop.isOpen(session.date(), span))
                .flatMap(stop -> animateur(session.animateur())
                        .filter(animateur -> animateur.mayServe(stop, terms.group()))
                        .flatMap(animateur ->
                                animateur.day(session.date(), terms.tournees().day()))
                        .filter(day -> day.holds(span)))
                .isPresent();
    }

    /** The references of an étape in a cycle: those that were published, what has been too, or, where none was, its rhythm. */
    public List<ReferenceSession> habit(TourStop stop, LocalDate cycle) {
        List<ReferenceSession> all = references.stream()
                .filter(session -> isOf(session, stop, cycle))
                .toList();
        boolean published = all.stream().anyMatch(ReferenceSession::published);
        return all.stream().filter(session -> session.published() == published).toList();
    }

    /** Those of them that lie ahead: to be kept where they can be. */
    public List<ReferenceSession> references(TourStop stop, LocalDate cycle) {
        return habit(stop, cycle).stream().filter(session -> !session.fact()).toList();
    }

    private boolean isOf(ReferenceSession session, TourStop stop, LocalDate cycle) {
        return session.stop().equals(stop.key()) && dates.cycle(session.date()).equals(cycle);
    }

    /** An étape by its subject. */
    public Optional<TourStop> stop(String key) {
        return stops.stream().filter(stop -> stop.key().equals(key)).findFirst();
    }

    /** An animateur by identifier. */
    public Optional<TourAnimateur> animateur(String id) {
        return animateurs.stream()
                .filter(animateur -> animateur.id().equals(id))
                .findFirst();
    }

    /** An ordinary cycle: no holiday, no closure, nobody absent, nothing to keep. What a rhythm is made for. */
    public TourQuestion ordinary() {
        return new TourQuestion(
                new TourDates(dates.from(), TourDates.CYCLE, Set.of(), List.of()),
                stops.stream().map(stop -> stop.with(stop.hours())).toList(),
                animateurs.stream()
                        .map(animateur -> animateur.with(List.of(), animateur.tablets()))
                        .toList(),
                roads,
                terms,
                List.of());
    }

    /** The same on other days. */
    public TourQuestion withDates(TourDates others) {
        return new TourQuestion(others, stops, animateurs, roads, terms, references);
    }

    /** The same with other étapes. */
    public TourQuestion withStops(List<TourStop> others) {
        return new TourQuestion(dates, others, animateurs, roads, terms, references);
    }

    /** The same with other animateurs. */
    public TourQuestion withAnimateurs(List<TourAnimateur> others) {
        return new TourQuestion(dates, stops, others, roads, terms, references);
    }

    /** The same with other references. */
    public TourQuestion withReferences(List<ReferenceSession> others) {
        return new TourQuestion(dates, stops, animateurs, roads, terms, others);
    }

    /** What the barème says of sessions and days; a group is its people, and so its tablets. */
    public record TourTerms(Tournees tournees, int sessionMinutes, int group) {

        /** The session that begins at a minute. */
        public MinuteSpan session(int start) {
            return new MinuteSpan(start, start + sessionMinutes);
        }

        /** Minutes that a session takes at its place: to set up, to hold it and to pack up. */
        public int stay() {
            return tournees.setUp() + sessionMinutes + tournees.packUp();
        }

        /** The first minute, from one on, at which a session may begin: a multiple of the step. */
        public int nextStart(int minute) {
            return Math.ceilDiv(minute, tournees.step()) * tournees.step();
        }

        /** Whether time without work is long enough to be a break. */
        public boolean isBreak(int minutes) {
            return minutes >= tournees.day().pause();
        }
    }
}
