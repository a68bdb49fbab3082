package fr.passerelle.calendar.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Published sessions of the first weeks that may not move: those that can still be held, alone and with the others of their day. */
final class TourPins {

    private record AnimateurDate(String animateur, LocalDate date) {}

    private final TourQuestion question;
    private final Map<AnimateurDate, List<TourVisit>> days = new HashMap<>();

    private TourPins(TourQuestion question) {
        this.question = question;
    }

    /** Those of a question, in order: of one day, a later one gives way to the earlier ones. */
    static List<ReferenceSession> of(TourQuestion question) {
        LocalDate free = question.dates()
                .earliest()
                .plusWeeks(question.terms().tournees().frozenWeeks());
        TourPins pins = new TourPins(question);
        return question.references().stream()
                .filter(session ->
                        session.published() && !session.fact() && session.date().isBefore(free))
                .sorted(ReferenceSession.ORDER)
                .filter(pins::fits)
                .toList();
    }

    private boolean fits(ReferenceSession session) {
        return question.isPossible(session)
                && question.stop(session.stop())
                        .flatMap(stop -> question.animateur(session.animateur())
                                .filter(animateur -> fits(session, animateur, stop)))
                        .isPresent();
    }

    private boolean fits(ReferenceSession session, TourAnimateur animateur, TourStop stop) {
        List<TourVisit> day =
                days.computeIfAbsent(new AnimateurDate(animateur.id(), session.date()), it -> new ArrayList<>());
        day.add(TourVisit.at(stop, session.start()));
        boolean fits =
                new DayPlanner(question).inOrder(animateur, session.date(), day).isPresent();
        if (!fits) {
            day.removeLast();
        }
        return fits;
    }
}
