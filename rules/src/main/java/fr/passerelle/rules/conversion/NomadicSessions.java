package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.SessionFloor;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Frequentation;

/** How many nomadic sessions a month replace a room (RULES 4.5): enough for its person-hours, never under the floor of the need. */
record NomadicSessions(JeuDeRegles rules) {

    private static final long HUNDREDTHS = 100;

    int aMonth(Frequentation room, Besoin besoin) {
        return Math.max(floor(besoin), forPersonHours(room));
    }

    private int floor(Besoin besoin) {
        return rules.besoin().sessionFloors().stream()
                .filter(floor -> floor.besoin() == besoin)
                .mapToInt(SessionFloor::sessionsAMonth)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The barème has no floor for " + besoin));
    }

    /** In whole hundredths of an hour: the ceiling of a rounded mean could be one too few. */
    private int forPersonHours(Frequentation room) {
        long personHoursASession =
                (long) rules.conversion().groupSize() * rules.conversion().sessionHours();
        long months = room.getObserved12Months();
        return months == 0
                ? 0
                : Math.toIntExact(Math.ceilDiv(
                        room.getPersonHours12MonthsHundredths(), months * personHoursASession * HUNDREDTHS));
    }
}
