package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** What the real days should keep to: sessions that were published, the rhythm of étapes that had none, and elsewhere the cycle before. */
record CycleReferences(TourQuestion question, RhythmAnswer rhythm) {

    /** In order. */
    List<ReferenceSession> all() {
        return Stream.of(
                        question.references().stream(),
                        question.dates().cycles().stream().flatMap(cycle -> rhythm.references(cycle).stream()),
                        question.stops().stream().flatMap(this::repeated))
                .flatMap(sessions -> sessions)
                .sorted(ReferenceSession.ORDER)
                .toList();
    }

    /** Published sessions, again in the cycles for which nothing was published yet. */
    private Stream<ReferenceSession> repeated(TourStop stop) {
        List<LocalDate> cycles = question.dates().cycles();
        List<LocalDate> published = cycles.stream()
                .filter(cycle -> question.habit(stop, cycle).stream().anyMatch(ReferenceSession::published))
                .toList();
        return published.contains(cycles.getFirst())
                ? cycles.stream()
                        .filter(cycle -> !published.contains(cycle))
                        .flatMap(cycle -> question.habit(stop, last(published, cycle)).stream()
                                .map(session -> moved(session, last(published, cycle), cycle)))
                : Stream.empty();
    }

    private static LocalDate last(List<LocalDate> published, LocalDate cycle) {
        return published.stream()
                .filter(before -> before.isBefore(cycle))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static ReferenceSession moved(ReferenceSession session, LocalDate from, LocalDate to) {
        return new ReferenceSession(
                "",
                session.stop(),
                session.date().plusDays(ChronoUnit.DAYS.between(from, to)),
                session.start(),
                session.animateur(),
                false);
    }
}
