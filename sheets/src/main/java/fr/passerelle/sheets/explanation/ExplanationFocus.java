package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An EPCI, or one of its rooms, that an explanation is about.
 *
 * @param conclusion paragraphs that say what is proposed, whole
 * @param room whose score is told: the seat, the nearest to being one, or the room itself; empty where that is a site, or nothing
 * @param decision the step that decided; empty where the trace is not known
 * @param alone whether it is that room only
 */
record ExplanationFocus(
        List<String> conclusion, Optional<String> room, Optional<RegleEssayee> decision, boolean alone) {

    static ExplanationFocus of(Dossier dossier) {
        return new ExplanationFocus(
                MaireText.paragraphs(dossier), nearest(dossier), SeatDecision.of(dossier.plan()), false);
    }

    static ExplanationFocus ofRoom(Dossier dossier, String roomId) {
        return new ExplanationFocus(
                List.of(RoomText.whole(dossier, roomId)),
                Optional.of(roomId),
                dossier.conversion(roomId).stream()
                        .flatMap(conversion -> conversion.getTrace().stream())
                        .filter(RegleEssayee::getDecides)
                        .findFirst(),
                true);
    }

    private static Optional<String> nearest(Dossier dossier) {
        Plan plan = dossier.plan();
        Stream<String> rooms = plan.getSiege() == null
                ? RoomSentences.nearest(plan).map(PlanRoom::getRoomId)
                : Stream.of(plan.getSiege())
                        .filter(seat -> seat.getKind() == SiegeKind.SALLE)
                        .map(Siege::getId);
        return rooms.filter(id -> dossier.room(id).isPresent()).findFirst();
    }
}
