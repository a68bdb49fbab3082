package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.WorkHalf;
import fr.passerelle.calendar.solver.CycleSearch.CycleAnswer;
import fr.passerelle.calendar.solver.CycleSearch.Gain;
import fr.passerelle.schemas.event.DemiJourneeDePlus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** What one more half-day of an animateur would serve in the cycle that leaves most unserved: each is added alone, and solved again. */
record ExtraHalves(CycleSearch search, LocalDate cycle, CycleAnswer now) {

    private static final int MOST = 10;

    /** Those that serve anything, most first. */
    List<DemiJourneeDePlus> all() {
        Gain idle = search.idle(cycle, now, null);
        return search.question().animateurs().stream()
                .flatMap(animateur -> WorkHalf.all().stream()
                        .filter(half -> !animateur.worked().contains(half))
                        .map(half -> tried(animateur, half, idle)))
                .filter(half -> half.getSessions() > 0)
                .sorted(Comparator.comparingInt(half -> -half.getSessions()))
                .limit(MOST)
                .toList();
    }

    private DemiJourneeDePlus tried(TourAnimateur animateur, WorkHalf half, Gain idle) {
        TreeSet<WorkHalf> worked = new TreeSet<>(animateur.worked());
        worked.add(half);
        TourQuestion other = search.question()
                .withAnimateurs(search.question().animateurs().stream()
                        .map(each -> each.equals(animateur) ? animateur.withWorked(worked) : each)
                        .toList());
        Gain gain = search.gain(other, cycle, now, null, idle);
        return new DemiJourneeDePlus(animateur.id(), half.jour(), half.half(), gain.sessions(), gain.preuve());
    }
}
