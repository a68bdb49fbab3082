package fr.passerelle.calendar.solver;

import static fr.passerelle.calendar.solver.SmallTours.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourCheck.TourLevels;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import java.util.List;
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

            assertThat(levels).as("seed %d", seed).isLessThanOrEqualTo(repaired);
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
        List<ReferenceSession> published =
                published(calendar(asked.withStops(asked.stops().subList(0, before))));
        ReferenceSession lost = published.get(random.nextInt(published.size()));
        DateSpan days = new DateSpan(lost.date(), lost.date().plusDays(random.nextInt(7)));
        TourQuestion question = asked.withReferences(published);
        if (kind == 0 || kind == 3) {
            question = question.withAnimateurs(
                    question.animateurs().stream().map(each -> ill(each, days)).toList());
        }
        if (kind == 1 || kind == 3) {
            question = question.withStops(question.stops().stream()
                    .map(stop -> stop.key().equals(lost.stop()) ? closed(stop, days) : stop)
                    .toList());
        }
        return question;
    }

    private static List<ReferenceSession> published(TourCalendar calendar) {
        return calendar.sessions().stream()
                .map(session -> new ReferenceSession(
                        session.stop().key() + "|" + session.date(),
                        session.stop().key(),
                        session.date(),
                        session.start(),
                        session.animateur().id(),
                        true))
                .toList();
    }

    private static TourAnimateur ill(TourAnimateur animateur, DateSpan days) {
        return new TourAnimateur(
                animateur.id(),
                animateur.home(),
                animateur.epci(),
                animateur.serves(),
                animateur.worked(),
                Stream.concat(animateur.absences().stream(), Stream.of(days)).toList(),
                animateur.tablets());
    }

    private static TourStop closed(TourStop stop, DateSpan days) {
        return new TourStop(
                stop.point(),
                stop.epci(),
                stop.name(),
                stop.rooms(),
                stop.asked(),
                stop.hours(),
                List.of(days),
                stop.capacity(),
                stop.inHolidays());
    }
}
