package fr.passerelle.demo.reconstruction;

import fr.passerelle.demo.reconstruction.Room.Trait;
import java.time.Month;
import java.time.YearMonth;

/** Why a month of a register says nothing, or says that nothing happened. */
final class Silence {

    /** HEARD: counted. MISSING: no row at all. CLOSED: said closed. ZERO: open, and nobody came. OUTSIDE: before the room opened or after it closed. */
    enum Kind {
        HEARD(""),
        MISSING("MOIS_MANQUANT"),
        CLOSED("MOIS_FERME"),
        ZERO("ZERO_OBSERVE"),
        OUTSIDE("");

        /** As the list of anomalies says it; empty where it is none. */
        final String nature;

        Kind(String nature) {
            this.nature = nature;
        }
    }

    static final YearMonth WINDOW = YearMonth.of(2015, 11);
    static final YearMonth STOP = YearMonth.of(2016, 6);

    /** Amiens Métropole: half a year that most of its rooms never sent. */
    static final String PARTIAL_EPCI = "248000531";

    static final YearMonth PARTIAL_FROM = YearMonth.of(2017, 1);
    static final YearMonth PARTIAL_TO = YearMonth.of(2017, 6);

    private static final double GAPS_IN_WINDOW = 0.64;
    private static final double GAPS_BEFORE = 0.3;
    private static final double CLOSED_IN_AUGUST = 0.2;
    private static final double EMPTY_IN_AUGUST = 0.12;

    private Silence() {}

    static Kind in(Room room, YearMonth month) {
        if (!room.openIn(month)) {
            return Kind.OUTSIDE;
        }
        if (duringWorks(room, month)) {
            return Kind.CLOSED;
        }
        Kind august = august(room, month);
        return august == Kind.HEARD && missing(room, month) ? Kind.MISSING : august;
    }

    /** First month of the works of a room that had some. */
    static YearMonth worksFrom(Room room) {
        return YearMonth.of(2014, 1).plusMonths(room.dice("works").below(32));
    }

    static YearMonth worksTo(Room room) {
        return worksFrom(room).plusMonths(3 + room.dice("works-length").below(5));
    }

    static boolean duringWorks(Room room, YearMonth month) {
        return room.trait() == Trait.WORKS && !month.isBefore(worksFrom(room)) && !month.isAfter(worksTo(room));
    }

    private static Kind august(Room room, YearMonth month) {
        if (month.getMonth() != Month.AUGUST) {
            return Kind.HEARD;
        }
        double habit = room.dice("august").unit();
        if (habit < CLOSED_IN_AUGUST) {
            return Kind.CLOSED;
        }
        return habit < CLOSED_IN_AUGUST + EMPTY_IN_AUGUST ? Kind.ZERO : Kind.HEARD;
    }

    private static boolean missing(Room room, YearMonth month) {
        Dice dice = room.dice("missing/" + month);
        boolean inWindow = !month.isBefore(WINDOW);
        return switch (room.trait()) {
            case GAPS -> dice.chance(inWindow ? GAPS_IN_WINDOW : GAPS_BEFORE);
            case STOPPED -> !month.isBefore(STOP) || dice.chance(usualRate(room));
            default -> partial(room, month) || dice.chance(usualRate(room));
        };
    }

    private static boolean partial(Room room, YearMonth month) {
        return room.epci().equals(PARTIAL_EPCI)
                && !room.flagship()
                && !month.isBefore(PARTIAL_FROM)
                && !month.isAfter(PARTIAL_TO);
    }

    private static double usualRate(Room room) {
        double rate = room.dice("missing").unit();
        return room.flagship() ? 0.02 : 0.01 + 0.16 * rate * rate;
    }
}
