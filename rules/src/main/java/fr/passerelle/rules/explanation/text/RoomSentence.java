package fr.passerelle.rules.explanation.text;

import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.PlanRoom;
import java.util.Map;

/** Why a room is not proposed, in one sentence. */
record RoomSentence(Dossier dossier, Naming naming) {

    Sentence of(int rank, PlanRoom room) {
        return dossier.score(room.getRoomId())
                .map(score -> of(rank, room, score))
                .orElseThrow(() -> new IllegalArgumentException("No score of room " + room.getRoomId()));
    }

    private Sentence of(int rank, PlanRoom room, Frequentation score) {
        Map<String, Object> figures = Figures.ofNote(score, dossier.threshold());
        figures.put("lieu", naming.of(Naming.siege(room)));
        figures.put("suite", suite(room));
        figures.put("confirmees", dossier.confirmed(room.getRoomId()));
        figures.put("exigees", dossier.functionsNeeded());
        return score.getState() == FrequentationState.NOTEE
                ? Sentence.ranked(rank, "maire.salle.note", figures)
                : Sentence.ranked(rank, "maire.salle.sans.note", figures);
    }

    private String suite(PlanRoom room) {
        if (dossier.lacksFunctions(room.getRoomId())) {
            return "fonctions";
        }
        return room.getCandidature() == Candidature.A_INSTRUIRE ? "instruire" : "rien";
    }
}
