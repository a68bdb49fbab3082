package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayTour;
import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.VisitRhythms;
import fr.passerelle.calendar.solver.RhythmModel.Cell;
import fr.passerelle.calendar.solver.TourLevelSearch.Reached;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.RythmeEtape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * The rhythms of a sector, and the days of an ordinary cycle that hold them.
 *
 * @param patterns of the visits that are held
 * @param days by animateur, week and day
 */
record RhythmAnswer(
        DayTourList tours, ResolutionTournee resolution, List<StopPattern> patterns, SortedMap<Cell, DayTour> days) {

    private static final Comparator<StopPattern> BY_RANK = Comparator.comparing(StopPattern::rythme)
            .thenComparing(pattern -> pattern.pattern().when())
            .thenComparing(pattern -> pattern.pattern().weeks().getFirst());

    static RhythmAnswer of(DayTourList tours, RhythmModel model, Reached reached) {
        return new RhythmAnswer(
                tours,
                tours.told(reached.resolution(), tours.question().dates().from()),
                model.patterns(reached.taken()),
                model.days(reached.taken()));
    }

    /** Of the étapes that have no published calendar, in their stable order. */
    List<StopRhythm> rhythms() {
        PatternList list = new PatternList(tours);
        return question().stops().stream()
                .filter(stop -> !list.isPublished(stop))
                .map(stop -> new StopRhythm(stop.key(), rhythms(stop)))
                .toList();
    }

    /** Its visits, by rank. */
    List<RythmeEtape> rhythms(TourStop stop) {
        int place = question().stops().indexOf(stop);
        List<StopPattern> left = new ArrayList<>(patterns.stream()
                .filter(pattern -> pattern.stop() == place)
                .sorted(BY_RANK)
                .toList());
        List<RythmeEtape> rhythms = new ArrayList<>();
        int rank = 0;
        for (Rythme rythme : VisitRhythms.of(stop.asked())) {
            if (!left.isEmpty() && left.getFirst().rythme() == rythme) {
                rhythms.add(written(rank, left.removeFirst()));
            }
            rank++;
        }
        return List.copyOf(rhythms);
    }

    /** The sessions of étapes without a published calendar, in a cycle: at the hours of the ordinary one. */
    List<ReferenceSession> references(LocalDate cycle) {
        PatternList list = new PatternList(tours);
        return days.entrySet().stream()
                .flatMap(day -> day.getValue().sessions().stream()
                        .filter(session -> !list.isPublished(session.stop()))
                        .map(session -> new ReferenceSession(
                                "",
                                session.stop().key(),
                                date(day.getKey(), cycle),
                                session.start(),
                                session.animateur().id(),
                                false)))
                .sorted(ReferenceSession.ORDER)
                .toList();
    }

    private static LocalDate date(Cell cell, LocalDate cycle) {
        return cycle.plusWeeks(cell.week() - 1).with(cell.day());
    }

    private RythmeEtape written(int rank, StopPattern pattern) {
        return new RythmeEtape(
                rank,
                pattern.rythme(),
                pattern.pattern().when().jour(),
                pattern.pattern().when().half(),
                pattern.pattern().weeks(),
                question().animateurs().get(pattern.animateur()).id());
    }

    private TourQuestion question() {
        return tours.question();
    }
}
