package fr.passerelle.demo.reconstruction;

import fr.passerelle.demo.reconstruction.PublicFacts.Commune;
import fr.passerelle.demo.reconstruction.Room.Trait;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How many presences each room expects each month: the published figure of a year, shared by strength and by a power of the population served. */
final class ExpectedAttendance {

    static final YearMonth FIRST = YearMonth.of(2008, 1);
    static final YearMonth LAST = YearMonth.of(2017, 10);

    /** From the first to the last. */
    static final List<YearMonth> MONTHS = Stream.iterate(
                    FIRST, month -> !month.isAfter(LAST), month -> month.plusMonths(1))
            .toList();

    private static final YearMonth BREAK = YearMonth.of(2016, 9);
    private static final YearMonth LEVEL = YearMonth.of(2016, 10);
    private static final String CHATEAU_THIERRY = "200072031";
    /** Twice the population does not bring twice the people. */
    private static final double CROWD = 0.75;

    private static final double REACH_M = 10_000;
    private static final double[] SEASON = {1.05, 1.0, 1.1, 1.0, 0.95, 1.0, 0.7, 0.4, 1.1, 1.2, 1.15, 0.8};

    /** Presences over the network by year; published: 75,000 to 100,000 people a year. 2017 stops in October. */
    private static final Map<Integer, Double> NETWORK = Map.of(
            2008, 82_000.0, 2009, 86_000.0, 2010, 90_000.0, 2011, 94_000.0, 2012, 96_000.0, 2013, 95_000.0, 2014,
            92_000.0, 2015, 89_000.0, 2016, 87_000.0, 2017, 70_500.0);

    /** Of them, at Château-Thierry: over 7,000 a year published for 2017. */
    private static final double CHATEAU_THIERRY_SHARE = 7_100.0 / 87_000.0;

    private final Map<String, Double> base;
    private final Map<String, Double> scale = new HashMap<>();

    ExpectedAttendance(List<Room> rooms, PublicFacts facts) {
        this.base = bases(rooms, facts);
        Map<String, Double> raw = new HashMap<>();
        for (Room room : rooms) {
            for (YearMonth month : MONTHS) {
                if (Silence.in(room, month) == Silence.Kind.HEARD) {
                    raw.merge(share(room, month), unscaled(room, month), Double::sum);
                }
            }
        }
        raw.forEach((share, sum) -> scale.put(share, target(share) / sum));
    }

    /** Presences expected of a room in a month in which it is open, school groups apart. */
    double expected(Room room, YearMonth month) {
        return unscaled(room, month) * scale.getOrDefault(share(room, month), 0.0);
    }

    private double unscaled(Room room, YearMonth month) {
        double years = FIRST.until(month, ChronoUnit.MONTHS) / 12.0 - FIRST.until(LEVEL, ChronoUnit.MONTHS) / 12.0;
        double wobble = room.dice(month.toString()).skewed(0.15);
        return base.getOrDefault(room.id(), 0.0)
                * SEASON[month.getMonthValue() - Month.JANUARY.getValue()]
                * StrictMath.exp(room.slope() * years)
                * wobble
                * broken(room.trait(), month);
    }

    private static double broken(Trait trait, YearMonth month) {
        if (trait == Trait.BREAK_UP) {
            return month.isBefore(BREAK) ? 0.4 : 2.0;
        }
        return trait == Trait.BREAK_DOWN && !month.isBefore(BREAK) ? 0.2 : 1.0;
    }

    private static String share(Room room, YearMonth month) {
        return (room.epci().equals(CHATEAU_THIERRY) ? "CT" : "RESTE") + month.getYear();
    }

    private static double target(String share) {
        double network = NETWORK.getOrDefault(Integer.parseInt(share.substring(share.length() - 4)), 0.0);
        return share.startsWith("CT") ? network * CHATEAU_THIERRY_SHARE : network * (1 - CHATEAU_THIERRY_SHARE);
    }

    private static Map<String, Double> bases(List<Room> rooms, PublicFacts facts) {
        Map<Commune, Double> served = new LinkedHashMap<>();
        for (Commune commune : facts.communes().values()) {
            rooms.stream()
                    .map(Room::commune)
                    .filter(seat -> seat.epci().equals(commune.epci()) && seat.distanceTo(commune) <= REACH_M)
                    .min(Comparator.<Commune>comparingDouble(commune::distanceTo)
                            .thenComparing(Commune::insee))
                    .ifPresent(seat -> served.merge(seat, (double) commune.population(), Double::sum));
        }
        Map<String, Double> bases = new HashMap<>();
        for (Room room : rooms) {
            long neighbours = rooms.stream()
                    .filter(other -> other.commune().equals(room.commune()))
                    .count();
            double population = served.getOrDefault(room.commune(), 1.0) / neighbours;
            bases.put(room.id(), StrictMath.pow(population, CROWD) * room.strength());
        }
        return bases;
    }
}
