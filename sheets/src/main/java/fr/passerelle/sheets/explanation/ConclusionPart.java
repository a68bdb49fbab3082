package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Siege;
import java.util.stream.Stream;

/** What the plan concludes of a tiers lieu, and what that rests on. */
record ConclusionPart(Dossier dossier, Naming naming) {

    Stream<Sentence> sentences() {
        Siege seat = dossier.plan().getSiege();
        return seat == null
                ? new NoSeatPart(dossier, naming).sentences()
                : new SeatPart(dossier, naming, seat).sentences();
    }
}
