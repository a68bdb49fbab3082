package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.Roads;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourQuestion.TourTerms;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.TourStop.OpenWeek;
import fr.passerelle.calendar.rule.VisitPattern;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.calendar.solver.RhythmSearch.StopPattern;
import fr.passerelle.schemas.bareme.Tournees;
import fr.passerelle.schemas.bareme.Tournees.RoadEstimate;
import fr.passerelle.schemas.bareme.Tournees.WorkingDay;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.VacancesScolaires;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ordinary cycles of a few étapes, half an hour from each other at most, for animateurs who work two days a week. */
record AnyVisits(Random random) {

    private static final String EPCI = "200072031";
    private static final LocalDate MONDAY = LocalDate.of(2018, 1, 8);
    private static final RoadEstimate ESTIMATE = new RoadEstimate(130, 120, 150, 50, 40, 65);
    private static final WorkingDay DAY = new WorkingDay(450, 780, 1_170, 360, 20, 45, 690, 870, 600, 720, 1_000);
    private static final Tournees TOURNEES =
            new Tournees(3, 2, 20, 10, 15, 2, VacancesScolaires.MAINTENUES, 540, 1_080, DAY, ESTIMATE);
    private static final TourTerms TERMS = new TourTerms(TOURNEES, 120, 8);

    TourQuestion question(int stops, int animateurs, int mostAsked) {
        return new TourQuestion(
                new TourDates(MONDAY, TourDates.CYCLE, Set.of(), List.of()),
                IntStream.range(0, stops).mapToObj(i -> stop(i, mostAsked)).toList(),
                IntStream.range(0, animateurs).mapToObj(this::animateur).toList(),
                new Roads(Map.of(), ESTIMATE),
                TERMS,
                List.of());
    }

    private TourStop stop(int number, int mostAsked) {
        return new TourStop(
                point("place:" + number),
                EPCI,
                "Lieu " + number,
                List.of(),
                1 + random.nextInt(mostAsked),
                hours(),
                List.of(),
                12,
                true);
    }

    private OpenWeek hours() {
        List<MinuteSpan> day = random.nextBoolean()
                ? List.of(new MinuteSpan(540, 720), new MinuteSpan(840, 1_080))
                : List.of(new MinuteSpan(480, 1_140));
        return new OpenWeek(
                SourceHoraires.FICHIER,
                Stream.of(DayOfWeek.values()).collect(Collectors.toMap(weekday -> weekday, weekday -> day)));
    }

    private TourAnimateur animateur(int number) {
        TreeSet<WorkHalf> worked = IntStream.of(random.nextInt(3), 3 + random.nextInt(2))
                .boxed()
                .flatMap(weekday -> halves(List.of(JourOuvrable.values()).get(weekday)))
                .collect(Collectors.toCollection(TreeSet::new));
        return new TourAnimateur(
                "A-0" + number, point("home:A-0" + number), EPCI, new TreeSet<>(Set.of(EPCI)), worked, List.of(), 8);
    }

    private static Stream<WorkHalf> halves(JourOuvrable jour) {
        return Stream.of(DemiJournee.values()).map(half -> new WorkHalf(jour, half));
    }

    private TourPoint point(String key) {
        return new TourPoint(key, key, 49 + random.nextDouble() / 10, 3 + random.nextDouble() / 10);
    }

    /** The ways to hold each visit. */
    static List<List<StopPattern>> visits(TourQuestion question) {
        return IntStream.range(0, question.stops().size())
                .boxed()
                .flatMap(stop -> VisitPattern.rhythms(question.stops().get(stop).asked()).stream()
                        .map(rythme -> ways(question, stop, rythme)))
                .toList();
    }

    private static List<StopPattern> ways(TourQuestion question, int stop, Rythme rythme) {
        return IntStream.range(0, question.animateurs().size())
                .boxed()
                .flatMap(animateur -> question.animateurs().get(animateur).worked().stream()
                        .filter(when -> isPossible(question, stop, animateur, when))
                        .flatMap(when -> VisitPattern.of(rythme, when).stream())
                        .map(pattern -> new StopPattern(stop, animateur, rythme, pattern)))
                .toList();
    }

    /** The search's question of them: every session of a way can stand. */
    static DayRounds rounds(TourQuestion question) {
        return new DayRounds(
                question, visits(question), way -> way.pattern().weeks().size());
    }

    private static boolean isPossible(TourQuestion question, int stop, int animateur, WorkHalf when) {
        TourVisit visit = TourVisit.of(question.stops().get(stop), when.half(), DAY);
        return new DayPlanner(question)
                .best(
                        question.animateurs().get(animateur),
                        MONDAY.plusDays(when.day().getValue() - 1L),
                        List.of(visit))
                .isPresent();
    }
}
