package fr.passerelle.calendar.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Published sessions of the first weeks that can still be held as they are, each day whole: they may not move. */
    public List<ReferenceSession> pins() {
        return TourPins.of(this);
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

    /**
     * The most sessions of an étape in a cycle: those that it still asks for, and more only where more may not move.
     *
     * @param pins sessions that may not move
     */
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
                animateurs.stream().map(TourAnimateur::present).toList(),
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
}
