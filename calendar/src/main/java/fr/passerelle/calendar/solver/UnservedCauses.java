package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.TourStop.OpenWeek;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.calendar.solver.CycleSearch.CycleAnswer;
import fr.passerelle.calendar.solver.CycleSearch.Gain;
import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.SeancesNonTenues;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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

    /** A question without one of the things that may keep an étape from its sessions, for that étape alone. */
    private record LiftedCause(TourQuestion question, TourStop stop, LocalDate cycle) {

        /** Empty where that thing keeps it from nothing. */
        Optional<TourQuestion> without(MotifSeance motif) {
            Optional<TourQuestion> lifted = switch (motif) {
                case JOUR_FERIE -> Optional.of(withoutPublicHolidays());
                case VACANCES -> Optional.of(with(each -> each.with(each.closures(), each.capacity(), true)));
                case LIEU_FERME -> Optional.of(with(this::alwaysOpen));
                case ANIMATEUR_ABSENT -> Optional.of(withoutAbsences());
                case SANS_ANIMATEUR -> Optional.of(withOneMore());
                case CAPACITE -> Optional.of(withTablets());
                case JOUR_PASSE -> Optional.of(withEveryDay());
                case TROP_LOIN, PLUS_DEMANDEE, DECISION, CAUSE_NON_ETABLIE -> Optional.empty();
            };
            return lifted.filter(other -> !other.equals(question));
        }

        /** Whether nobody who serves its EPCI could go there and back in a day, were it always open. */
        boolean isTooFar() {
            TourQuestion ordinary = with(this::alwaysOpen).ordinary();
            TourStop always = ordinary.stop(stop.key()).orElseThrow();
            List<TourAnimateur> serving = ordinary.animateurs().stream()
                    .filter(animateur ->
                            animateur.mayServe(always, question.terms().group()))
                    .toList();
            DayPlanner planner = new DayPlanner(ordinary);
            return !serving.isEmpty()
                    && serving.stream()
                            .noneMatch(animateur -> Stream.of(DayOfWeek.values())
                                    .anyMatch(day -> planner.best(
                                                    animateur,
                                                    ordinary.dates().from().with(day),
                                                    List.of(TourVisit.of(always)))
                                            .isPresent()));
        }

        private TourQuestion with(UnaryOperator<TourStop> change) {
            return question.withStops(question.stops().stream()
                    .map(each -> each.equals(stop) ? change.apply(each) : each)
                    .toList());
        }

        private TourStop alwaysOpen(TourStop each) {
            return each.with(OpenWeek.always(question.terms().tournees()));
        }

        /** No holiday for this étape; the others are closed on those days. */
        private TourQuestion withoutPublicHolidays() {
            TourDates dates = question.dates();
            Set<LocalDate> others = new TreeSet<>(dates.publicHolidays());
            others.removeIf(date -> dates.cycle(date).equals(cycle));
            List<DateSpan> holidays = dates.publicHolidays().stream()
                    .filter(date -> !others.contains(date))
                    .sorted()
                    .map(date -> new DateSpan(date, date))
                    .toList();
            return question.withDates(dates.with(others))
                    .withStops(question.stops().stream()
                            .map(each -> each.equals(stop) ? each : closed(each, holidays))
                            .toList());
        }

        private static TourStop closed(TourStop each, List<DateSpan> days) {
            List<DateSpan> closures =
                    Stream.concat(each.closures().stream(), days.stream()).toList();
            return each.with(closures, each.capacity(), each.inHolidays());
        }

        private TourQuestion withoutAbsences() {
            boolean isAbsent = question.animateurs().stream()
                    .flatMap(animateur -> animateur.absences().stream())
                    .anyMatch(span ->
                            !span.last().isBefore(cycle) && span.first().isBefore(cycle.plusWeeks(TourDates.CYCLE)));
            return isAbsent
                    ? question.withAnimateurs(question.animateurs().stream()
                            .map(animateur -> animateur.with(List.of(), animateur.tablets()))
                            .toList())
                    : question;
        }

        /** As if none of the days had been yet, for all étapes: others may make room for this one. */
        private TourQuestion withEveryDay() {
            TourDates dates = question.dates();
            return dates.hasBeen(cycle) ? question.withDates(dates.since(dates.from())) : question;
        }

        private TourQuestion withTablets() {
            int group = question.terms().group();
            boolean lacks = question.animateurs().stream()
                    .anyMatch(
                            animateur -> animateur.serves().contains(stop.epci()) && !animateur.mayServe(stop, group));
            return lacks
                    ? with(each -> each.with(each.closures(), null, each.inHolidays()))
                            .withAnimateurs(question.animateurs().stream()
                                    .map(animateur ->
                                            animateur.with(animateur.absences(), Math.max(group, animateur.tablets())))
                                    .toList())
                    : question;
        }

        /** From the nearest home of the sector, or, where it has none, from the étape itself. */
        private TourQuestion withOneMore() {
            TourPoint home = question.animateurs().stream()
                    .map(TourAnimateur::home)
                    .min(Comparator.comparingInt(
                            from -> question.roads().of(from, stop.point()).minutes()))
                    .orElse(stop.point());
            TourAnimateur more = new TourAnimateur(
                    "+",
                    home,
                    stop.epci(),
                    new TreeSet<>(Set.of(stop.epci())),
                    new TreeSet<>(WorkHalf.all()),
                    List.of(),
                    question.terms().group());
            return question.withAnimateurs(Stream.concat(question.animateurs().stream(), Stream.of(more))
                    .toList());
        }
    }
}
