package fr.passerelle.texts;

import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.PlanRoom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why rooms are not proposed: those that come nearest are told, the others counted. */
record RoomSentences(Dossier dossier, Naming naming) {

    private static final int TOLD = 3;
    private static final int RANK = 2;

    /** The nearest to being proposed first. */
    private static final Comparator<PlanRoom> NEAREST = Comparator.comparingInt(RoomSentences::distance)
            .thenComparing(PlanRoom::getScore, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(PlanRoom::getRoomId);

    Stream<Sentence> sentences() {
        List<PlanRoom> judged = dossier.plan().getRooms().stream()
                .filter(room -> room.getCandidature() != null)
                .sorted(NEAREST)
                .toList();
        List<String> variants = IntStream.iterate(Math.min(TOLD, judged.size()), told -> told >= 0, told -> told - 1)
                .mapToObj(told -> told(judged, told))
                .toList();
        return judged.isEmpty() ? Stream.empty() : Stream.of(new Sentence(RANK, variants));
    }

    private String told(List<PlanRoom> judged, int number) {
        List<String> told =
                new ArrayList<>(judged.stream().limit(number).map(this::of).toList());
        int others = judged.size() - number;
        if (others > 0) {
            told.add(Textes.say("maire.autres.salles", Map.of("n", others, "seules", number == 0 ? "oui" : "non")));
        }
        return String.join(" ", told);
    }

    private String of(PlanRoom room) {
        Frequentation score = dossier.score(room.getRoomId())
                .orElseThrow(() -> new IllegalArgumentException("No score of room " + room.getRoomId()));
        Map<String, Object> figures = ScoreFigures.ofNote(score, dossier.threshold());
        figures.put("lieu", naming.of(Naming.siege(room)));
        figures.put("suite", suite(room));
        figures.put("confirmees", dossier.confirmed(room.getRoomId()));
        figures.put("exigees", dossier.functionsNeeded());
        return Textes.say(
                score.getState() == FrequentationState.NOTEE ? "maire.salle.note" : "maire.salle.sans.note", figures);
    }

    private String suite(PlanRoom room) {
        if (dossier.lacksFunctions(room.getRoomId())) {
            return "fonctions";
        }
        if (room.getCandidature() != Candidature.A_INSTRUIRE) {
            return "rien";
        }
        return dossier.conversion(room.getRoomId())
                .map(dossier::standing)
                .map(standing -> switch (standing) {
                    case "DONNEES_RECENTES_INSUFFISANTES" -> "recentes";
                    case "PETITS_NOMBRES" -> "petits";
                    default -> "instruire";
                })
                .orElse("instruire");
    }

    private static int distance(PlanRoom room) {
        return Optional.ofNullable(room.getCandidature())
                .map(candidature -> switch (candidature) {
                    case RETENUE, EX_AEQUO -> 0;
                    case CANDIDATE -> 1;
                    case A_INSTRUIRE -> 2;
                    case FONCTIONS_INSUFFISANTES -> 3;
                    case SOUS_LE_SEUIL -> 4;
                    case DONNEES_INSUFFISANTES -> 5;
                })
                .orElse(Integer.MAX_VALUE);
    }
}
