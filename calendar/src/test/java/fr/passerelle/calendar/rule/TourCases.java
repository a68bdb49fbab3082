package fr.passerelle.calendar.rule;

import fr.passerelle.calendar.rule.Roads.Leg;
import fr.passerelle.calendar.rule.Roads.Road;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourCalendar.TourSession;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion.TourTerms;
import fr.passerelle.calendar.rule.TourStop.OpenWeek;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.schemas.bareme.Tournees;
import fr.passerelle.schemas.bareme.Tournees.RoadEstimate;
import fr.passerelle.schemas.bareme.Tournees.WorkingDay;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.SourceTrajet;
import fr.passerelle.schemas.event.VacancesScolaires;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Three étapes of one EPCI and an animateur, with journeys of round minutes. */
public final class TourCases {

    public static final LocalDate MONDAY = LocalDate.of(2018, 1, 8);
    public static final String EPCI = "200072031";

    public static final RoadEstimate ESTIMATE = new RoadEstimate(130, 120, 150, 50, 40, 65);
    public static final WorkingDay DAY = day(360, 600, 720, 2_100);
    public static final TourTerms TERMS = terms(DAY);
    public static final Tournees TOURNEES = TERMS.tournees();
    public static final OpenWeek LIBRARY =
            everyDay(new MinuteSpan(at(9, 0), at(12, 0)), new MinuteSpan(at(14, 0), at(18, 0)));
    public static final OpenWeek HALL = everyDay(new MinuteSpan(at(8, 0), at(19, 0)));

    /** Journeys that are estimated, all of them. */
    public static final Roads ESTIMATED = new Roads(Map.of(), ESTIMATE);

    public static final TourPoint HOME = point("home:A-01");
    public static final TourAnimateur ANIMATEUR = animateur(DemiJournee.values());

    private TourCases() {}

    public static int at(int hour, int minute) {
        return hour * 60 + minute;
    }

    /** The most minutes of work without a break, of a day and of a week, and from its first to its last. */
    public static WorkingDay day(int unbroken, int longest, int span, int week) {
        return new WorkingDay(
                at(7, 30), at(13, 0), at(19, 30), unbroken, 20, 45, at(11, 30), at(14, 30), longest, span, week);
    }

    public static TourTerms terms(WorkingDay day) {
        return new TourTerms(
                new Tournees(3, 2, 20, 10, 15, 2, VacancesScolaires.MAINTENUES, at(9, 0), at(18, 0), day, ESTIMATE),
                120,
                8);
    }

    public static OpenWeek everyDay(MinuteSpan... spans) {
        Map<DayOfWeek, List<MinuteSpan>> week =
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> List.of(spans)));
        return new OpenWeek(SourceHoraires.FICHIER, week);
    }

    public static TourStop stop(String name, OpenWeek hours, int asked) {
        return new TourStop(point("place:" + name), EPCI, name, List.of(), asked, hours, List.of(), 12, true);
    }

    public static TourAnimateur animateur(DemiJournee... halves) {
        return animateur("A-01", HOME, List.of(), halves(List.of(JourOuvrable.values()), halves));
    }

    public static TourAnimateur animateur(
            String id, TourPoint home, List<DateSpan> absences, SortedSet<WorkHalf> worked) {
        return new TourAnimateur(id, home, EPCI, new TreeSet<>(Set.of(EPCI)), worked, absences, 8);
    }

    public static SortedSet<WorkHalf> halves(List<JourOuvrable> days, DemiJournee... halves) {
        return days.stream()
                .flatMap(jour -> Stream.of(halves).map(half -> new WorkHalf(jour, half)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A calendar of one cycle as people were told of it. */
    public static List<ReferenceSession> published(LocalDate cycle, List<TourSession> sessions) {
        return IntStream.range(0, sessions.size())
                .mapToObj(rank -> {
                    TourSession session = sessions.get(rank);
                    return new ReferenceSession(
                            session.stop().key() + "|" + cycle + "|" + rank,
                            session.stop().key(),
                            session.date(),
                            session.start(),
                            session.animateur().id(),
                            true);
                })
                .toList();
    }

    /** Home to A 20, A to B 15, B to home 30, B to C 10, C to home 40, A to C 25: minutes, both ways. */
    public static Roads roads() {
        Map<Leg, Road> measured = new HashMap<>();
        tell(measured, "home:A-01", "place:A", 20);
        tell(measured, "place:A", "place:B", 15);
        tell(measured, "place:B", "home:A-01", 30);
        tell(measured, "place:B", "place:C", 10);
        tell(measured, "place:C", "home:A-01", 40);
        tell(measured, "place:A", "place:C", 25);
        return new Roads(measured, ESTIMATE);
    }

    public static TourQuestion question(TourAnimateur animateur, TourStop... stops) {
        return question(4, List.of(stops), List.of(animateur), roads());
    }

    /** From Monday on, without a holiday. */
    public static TourQuestion question(int weeks, List<TourStop> stops, List<TourAnimateur> animateurs, Roads roads) {
        return new TourQuestion(
                new TourDates(MONDAY, weeks, Set.of(), List.of()), stops, animateurs, roads, TERMS, List.of());
    }

    private static void tell(Map<Leg, Road> measured, String from, String to, int minutes) {
        measured.put(new Leg(from, to), new Road(minutes, minutes * 800, SourceTrajet.FICHIER, minutes, minutes));
    }

    private static TourPoint point(String key) {
        return new TourPoint(key, "02168", 49.05, 3.4);
    }
}
