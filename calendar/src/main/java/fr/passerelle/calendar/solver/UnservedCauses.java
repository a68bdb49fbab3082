package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.solver.CycleSearch.CycleAnswer;
import fr.passerelle.calendar.solver.CycleSearch.Gain;
import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.SeancesNonTenues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Why sessions are unserved: each cause is lifted alone, for one étape, and its cycle is solved again. */
final class UnservedCauses {

    /** Searches of a sector, after which no other cause is sought. */
    private static final int MOST = 30;
    /** The same where its days were too many to be all listed: each search takes longer there. */
    private static final int MOST_OF_A_LARGE_SECTOR = 10;

    private final CycleSearch search;
    private final Map<LocalDate, CycleAnswer> answers;
    private int searches;

    /** @param answers by cycle */
    UnservedCauses(CycleSearch search, Map<LocalDate, CycleAnswer> answers) {
        this.search = search;
        this.answers = answers;
    }

    /** What étapes ask for and a calendar does not hold, by étape, then cycle; without causes. */
    static List<SeancesNonTenues> unserved(TourQuestion question, TourCalendar calendar) {
        return question.stops().stream()
                .flatMap(stop -> question.dates().cycles().stream()
                        .map(cycle -> new SeancesNonTenues(
                                stop.key(), cycle, unserved(question, calendar, stop, cycle), false, List.of())))
                .filter(each -> each.getSessions() > 0)
                .toList();
    }

    private static int unserved(TourQuestion question, TourCalendar calendar, TourStop stop, LocalDate cycle) {
        return Math.max(
                0,
                question.asked(stop, cycle)
                        - calendar.sessions(question.dates(), stop, cycle).size());
    }

    /** The same with their causes, as far as the searches of a sector go: of every étape in the first cycle, then in the next. */
    List<SeancesNonTenues> of(List<SeancesNonTenues> unserved) {
        Map<SeancesNonTenues, SeancesNonTenues> explained = new HashMap<>();
        unserved.stream()
                .sorted(Comparator.comparing(SeancesNonTenues::getCycle))
                .forEachOrdered(each -> explained.put(each, explained(each)));
        return unserved.stream()
                .map(each -> Objects.requireNonNull(explained.get(each)))
                .toList();
    }

    private SeancesNonTenues explained(SeancesNonTenues unserved) {
        if (searches >= (search.tours().isWhole() ? MOST : MOST_OF_A_LARGE_SECTOR)) {
            return unserved;
        }
        CycleAnswer now = Objects.requireNonNull(answers.get(unserved.getCycle()));
        Gain idle = search.idle(unserved.getCycle(), now, unserved.getEtape());
        searches += now.isSettled() ? 0 : 1;
        Map<MotifSeance, Gain> gains = gains(unserved, now, idle);
        List<CauseVerifiee> causes = new ArrayList<>();
        gains.forEach((motif, gain) -> {
            if (gain.sessions() > 0) {
                causes.add(new CauseVerifiee(motif, gain.sessions(), gain.preuve()));
            }
        });
        boolean sought = idle.sessions() == 0
                && gains.values().stream().allMatch(gain -> gain.sessions() > 0 || gain.preuve() == Preuve.OPTIMAL);
        return SeancesNonTenues.newBuilder(unserved)
                .setSought(sought)
                .setCauses(causes)
                .build();
    }

    /** What it gains without each of the things that may keep it from its sessions, in their order. */
    private Map<MotifSeance, Gain> gains(SeancesNonTenues unserved, CycleAnswer now, Gain idle) {
        LiftedCause lifted = new LiftedCause(
                search.question(), search.question().stop(unserved.getEtape()).orElseThrow(), unserved.getCycle());
        Map<MotifSeance, Gain> gains = new EnumMap<>(MotifSeance.class);
        if (lifted.isTooFar()) {
            gains.put(MotifSeance.TROP_LOIN, new Gain(unserved.getSessions(), unserved.getSessions(), true));
        }
        for (MotifSeance motif : MotifSeance.values()) {
            lifted.without(motif).ifPresent(other -> {
                searches++;
                gains.put(motif, search.gain(other, unserved.getCycle(), now, unserved.getEtape(), idle));
            });
        }
        return gains;
    }
}
