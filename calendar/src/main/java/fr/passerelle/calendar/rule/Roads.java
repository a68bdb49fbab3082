package fr.passerelle.calendar.rule;

import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.schemas.bareme.Tournees.RoadEstimate;
import fr.passerelle.schemas.event.SourceTrajet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The journeys between any two points: those of a file, by their ends, each a subject or an INSEE code, else estimates. */
public record Roads(Map<Leg, Road> measured, RoadEstimate estimate) {

    private static final int HUNDREDTHS = 100;
    private static final int MINUTES_AN_HOUR = 60;
    private static final int METRES_A_KM = 1_000;

    /** A journey in one direction. */
    public record Leg(String from, String to) {

        Leg back() {
            return new Leg(to, from);
        }
    }

    /** The journey from one point to another: that of the file, in this direction first and between subjects first, else an estimate. */
    public Road of(TourPoint from, TourPoint to) {
        return Stream.of(
                        new Leg(from.key(), to.key()),
                        new Leg(from.key(), to.insee()),
                        new Leg(from.insee(), to.key()),
                        new Leg(from.insee(), to.insee()))
                .flatMap(leg -> Stream.of(leg, leg.back()))
                .map(measured::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> estimated(metres(from, to)));
    }

    /** A journey that is estimated from metres as the crow flies; each figure is rounded up. */
    public Road estimated(long metres) {
        return new Road(
                minutes(metres, estimate.detour(), estimate.speed()),
                Math.toIntExact(Math.ceilDiv(metres * estimate.detour(), (long) HUNDREDTHS)),
                SourceTrajet.ESTIME,
                minutes(metres, estimate.detourLow(), estimate.speedHigh()),
                minutes(metres, estimate.detourHigh(), estimate.speedLow()));
    }

    private static long metres(TourPoint from, TourPoint to) {
        return Distance.metres(from.latitude(), from.longitude(), to.latitude(), to.longitude());
    }

    private static int minutes(long metres, int detour, int speed) {
        return Math.toIntExact(
                Math.ceilDiv(metres * detour * MINUTES_AN_HOUR, (long) HUNDREDTHS * METRES_A_KM * speed));
    }

    /** A journey by road: metres of road, minutes with the figures of the barème, and with its low and high ones, all the same where a file told them. */
    public record Road(int minutes, int metres, SourceTrajet source, int low, int high) {}

    /** Where a journey begins or ends, in WGS 84 degrees; its key is the subject of an étape, or {@code home:ID} of an animateur. */
    public record TourPoint(String key, String insee, double latitude, double longitude) {}
}
