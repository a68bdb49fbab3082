package fr.passerelle.optimum.tour;

import fr.passerelle.optimum.tour.CycleSearch.Gain;
import fr.passerelle.rules.tour.TourAnimateur;
import fr.passerelle.rules.tour.TourCalendar;
import fr.passerelle.rules.tour.TourQuestion;
import fr.passerelle.rules.tour.WorkHalf;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.DemiJourneeDePlus;
import fr.passerelle.schemas.event.JourOuvrable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What one more half-day of an animateur would serve in the cycle that leaves most unserved: each is added alone, and solved again. */
record ExtraHalves(TourQuestion question, TourCalendar calendar, LocalDate cycle) {

    private static final int MOST = 10;

    /** Those that serve anything, most first. */
    List<DemiJourneeDePlus> all() {
        return question.animateurs().stream()
                .flatMap(
                        animateur -> halves().filter(half -> !animateur.worked().contains(half))
                                .map(half -> tried(animateur, half)))
                .filter(half -> half.getSessions() > 0)
                .sorted(Comparator.comparingInt(half -> -half.getSessions()))
                .limit(MOST)
                .toList();
    }

    private static Stream<WorkHalf> halves() {
        return Arrays.stream(JourOuvrable.values())
                .flatMap(jour -> Arrays.stream(DemiJournee.values()).map(half -> new WorkHalf(jour, half)));
    }

    private DemiJourneeDePlus tried(TourAnimateur animateur, WorkHalf half) {
        TreeSet<WorkHalf> worked = new TreeSet<>(animateur.worked());
        worked.add(half);
        TourAnimateur more = new TourAnimateur(
                animateur.id(),
                animateur.home(),
                animateur.epci(),
                animateur.serves(),
                worked,
                animateur.absences(),
                animateur.tablets());
        TourQuestion other = question.withAnimateurs(question.animateurs().stream()
                .map(each -> each.equals(animateur) ? more : each)
                .toList());
        Gain gain = new CycleSearch(question).gain(other, cycle, calendar);
        return new DemiJourneeDePlus(animateur.id(), half.jour(), half.half(), gain.sessions(), gain.preuve());
    }
}
