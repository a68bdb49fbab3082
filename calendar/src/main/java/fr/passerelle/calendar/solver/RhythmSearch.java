package fr.passerelle.calendar.solver;

import fr.passerelle.schemas.event.Methode;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** The best rhythms of a sector. */
record RhythmSearch(DayTourList tours) {

    /** The best of all; none where every étape has a calendar that was published. */
    RhythmAnswer best() {
        PatternList list = new PatternList(tours);
        return tours.question().stops().stream().allMatch(list::isPublished)
                ? new RhythmAnswer(
                        tours,
                        new ResolutionTournee(Methode.EXACTE, Preuve.OPTIMAL, List.of(), null),
                        List.of(),
                        Collections.emptySortedMap())
                : best(pattern -> true);
    }

    /** The best of those that keep to some patterns. */
    RhythmAnswer best(Predicate<StopPattern> allowed) {
        List<StopPattern> patterns =
                new PatternList(tours).all().stream().filter(allowed).toList();
        List<StopPattern> start = new RhythmStart(tours, patterns).found();
        RhythmModel model = new RhythmModel(tours, patterns, start);
        return RhythmAnswer.of(tours, model, TourLimits.RHYTHMS.best(model.model(), model.holding(start)));
    }
}
