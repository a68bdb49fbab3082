package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.SessionFloor;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;

/** How many nomadic sessions a month replace a room (RULES 4.5): enough for its person-hours, never under the floor of the need. */
record NomadicSessions(JeuDeRegles rules) {

    private static final long HUNDREDTHS = 100;

    Ruling<Integer> aMonth(Frequentation room, Besoin besoin) {
        int sessions = Math.max(floor(besoin), forPersonHours(room));
        return Ruling.by(step(room, besoin, sessions), sessions);
    }

    /** Whether some presences of the last twelve months have no hours counted, and the barème supposes some. */
    boolean supposesHours(Frequentation room) {
        return room.getPresencesWithoutHours12Months() > 0
                && rules.conversion().presenceHours().signum() > 0;
    }

    /** Hundredths of an hour: those counted, and those of presences without. */
    private long personHours(Frequentation room) {
        long supposed = rules.conversion().presenceHours().movePointRight(2).longValueExact();
        return Math.addExact(
                room.getPersonHours12MonthsHundredths(),
                Math.multiplyExact(room.getPresencesWithoutHours12Months(), supposed));
    }

    private RegleEssayee step(Frequentation room, Besoin besoin, int sessions) {
        BigDecimal personHours = BigDecimal.valueOf(room.getPersonHours12MonthsHundredths(), 2);
        return Steps.decided(
                Rule.SEANCES,
                Steps.room(room.getRoomId()),
                Integer.toString(sessions),
                Steps.text("besoin", besoin.name(), Unite.CODE),
                Steps.number("heures_personnes", personHours, Unite.HEURES_PERSONNE),
                Steps.whole("presences_sans_heures", room.getPresencesWithoutHours12Months(), Unite.PRESENCES),
                Steps.whole("mois_observes", room.getObserved12Months(), Unite.MOIS),
                Steps.whole("groupe", rules.conversion().groupSize(), Unite.PERSONNES),
                Steps.whole("heures_par_seance", rules.conversion().sessionHours(), Unite.HEURES),
                Steps.number("duree_presence", rules.conversion().presenceHours(), Unite.HEURES),
                Steps.whole("plancher", floor(besoin), Unite.SEANCES_PAR_MOIS));
    }

    private int floor(Besoin besoin) {
        return rules.besoin().sessionFloors().stream()
                .filter(floor -> floor.besoin() == besoin)
                .mapToInt(SessionFloor::sessionsAMonth)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The barème has no floor for " + besoin));
    }

    /** In whole hundredths of an hour: the ceiling of a rounded mean could be one too few. Nothing is known of the hours without a month. */
    private int forPersonHours(Frequentation room) {
        long personHoursASession =
                (long) rules.conversion().groupSize() * rules.conversion().sessionHours();
        long months = room.getObserved12Months();
        return months == 0
                ? 0
                : LogCount.held(Math.ceilDiv(personHours(room), months * personHoursASession * HUNDREDTHS));
    }
}
