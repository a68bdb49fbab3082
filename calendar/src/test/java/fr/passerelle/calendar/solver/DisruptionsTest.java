package fr.passerelle.calendar.solver;

import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCases;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourCheck.TourLevels;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.solver.CycleModelTest.EveryCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Published calendars that something disrupts, made by seeds: an illness, a closure, a new étape, or all of them. */
@Tag("proof")
class DisruptionsTest {

    @Test
    void changeNoMoreThanPeopleWould() {
        long changed = 0;
        long repairedChanges = 0;
        long served = 0;
        for (long seed = 0; seed < 200; seed++) {
            TourQuestion disrupted = disrupted(SmallTours.of(seed), seed);
            TourLevels levels = levels(disrupted, seed);
            TourLevels repaired = TourLevels.of(disrupted, GreedyRepair.of(disrupted, MONDAY), MONDAY);

            assertThat(CycleModelTest.BEST.compare(levels, repaired))
                    .as("seed %d: %s against %s", seed, levels, repaired)
                    .isLessThanOrEqualTo(0);
            assertThat(levels.changed())
                    .as("changes of seed %d", seed)
                    .isLessThanOrEqualTo(repaired.changed() + repaired.unserved() - levels.unserved());
            changed += levels.changed();
            repairedChanges += repaired.changed();
            served += repaired.unserved() - levels.unserved();
        }
        System.out.printf(
                "200 disruptions: %d sessions changed, %d by the greedy repair, which leaves %d more unserved%n",
                changed, repairedChanges, served);
    }

    @Test
    void moveNoPublishedSessionThatNeedNotMove() {
        for (long seed = 0; seed < 40; seed++) {
            TourQuestion disrupted = disrupted(SmallTours.ofTwoWeeks(seed), seed);

            assertThat(levels(disrupted, seed)).as("seed %d", seed).isEqualTo(EveryCalendar.best(disrupted, MONDAY));
        }
    }

    private static TourLevels levels(TourQuestion disrupted, long seed) {
        TourCheck check = TourCheck.of(disrupted, calendar(disrupted));
        assertThat(check.breaches()).as("seed %d", seed).isEmpty();
        return check.levels().getFirst();
    }

    private static TourCalendar calendar(TourQuestion question) {
        return new TourCalendar(new CycleSearch(question).best(MONDAY).days());
    }

    /** The calendar of a question is published, but for its last étape if that is new; then something keeps one of its sessions. */
    private static TourQuestion disrupted(TourQuestion asked, long seed) {
        long kind = seed % 4;
        SplittableRandom random = new SplittableRandom(seed);
        int before = asked.stops().size() - (kind < 2 ? 0 : 1);
        List<ReferenceSession> published = TourCases.published(
                MONDAY,
                calendar(asked.withStops(asked.stops().subList(0, before))).sessions());
        ReferenceSession lost = published.get(random.nextInt(published.size()));
        DateSpan days = new DateSpan(lost.date(), lost.date().plusDays(random.nextInt(7)));
        TourQuestion question = asked.withReferences(published);
        if (kind == 0 || kind == 3) {
            question = question.withAnimateurs(
                    question.animateurs().stream().map(each -> ill(each, days)).toList());
        }
        if (kind == 1 || kind == 3) {
            question = question.withStops(question.stops().stream()
                    .map(stop -> stop.key().equals(lost.stop())
                            ? stop.with(List.of(days), stop.capacity(), stop.inHolidays())
                            : stop)
                    .toList());
        }
        return question;
    }

    private static TourAnimateur ill(TourAnimateur animateur, DateSpan days) {
        return animateur.with(
                Stream.concat(animateur.absences().stream(), Stream.of(days)).toList(), animateur.tablets());
    }

    /** What people do by hand: keeps each published day that can be kept, then gives each session that is lost the first day that takes it. */
    private static final class GreedyRepair {

        private final TourQuestion question;
        private final LocalDate cycle;
        private TourCalendar calendar = new TourCalendar(List.of());

        private GreedyRepair(TourQuestion question, LocalDate cycle) {
            this.question = question;
            this.cycle = cycle;
        }

        /** The calendar of one cycle. */
        static TourCalendar of(TourQuestion question, LocalDate cycle) {
            GreedyRepair repair = new GreedyRepair(question, cycle);
            question.stops().stream()
                    .flatMap(stop -> question.references(stop, cycle).stream())
                    .sorted(ReferenceSession.ORDER)
                    .forEach(repair::keep);
            question.stops().forEach(repair::fill);
            return repair.calendar;
        }

        private void keep(ReferenceSession session) {
            question.stop(session.stop())
                    .flatMap(stop -> question.animateur(session.animateur())
                            .flatMap(animateur -> with(animateur, session.date(), TourVisit.at(stop, session.start()))))
                    .ifPresent(taken -> calendar = taken);
        }

        private void fill(TourStop stop) {
            for (TourAnimateur animateur : question.animateurs()) {
                for (LocalDate date : question.dates().days(cycle)) {
                    if (calendar.sessions(question.dates(), stop, cycle).size() < stop.asked()) {
                        with(animateur, date, TourVisit.of(stop)).ifPresent(taken -> calendar = taken);
                    }
                }
            }
        }

        /** The calendar with one more visit, all others of that day at their minute. */
        private Optional<TourCalendar> with(TourAnimateur animateur, LocalDate date, TourVisit visit) {
            List<TourVisit> visits = new ArrayList<>(List.of(visit));
            List<DayTour> others = new ArrayList<>(calendar.days());
            calendar.days().stream()
                    .filter(day ->
                            day.animateur().equals(animateur) && day.date().equals(date))
                    .forEach(day -> {
                        day.halts().forEach(halt -> visits.add(TourVisit.at(halt.stop(), halt.start())));
                        others.remove(day);
                    });
            return visits.size() > question.terms().tournees().sessionsADay()
                    ? Optional.empty()
                    : new DayPlanner(question)
                            .best(animateur, date, visits)
                            .map(day -> new TourCalendar(Stream.concat(others.stream(), Stream.of(day))
                                    .toList()))
                            .filter(taken -> TourCheck.of(question.withReferences(List.of()), taken)
                                    .holds());
        }
    }
}
