package fr.passerelle.rules.explanation.text;

import fr.passerelle.rules.conversion.Reason;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** No seat is proposed: why, room by room. */
record NoSeatPart(Dossier dossier, Naming naming) {

    /** Rooms told one by one; the others are counted. */
    private static final int TOLD = 3;

    Stream<Sentence> sentences() {
        return Stream.of(Stream.of(conclusion()), rooms(), Stream.of(besoin())).flatMap(part -> part);
    }

    private Sentence conclusion() {
        Plan plan = dossier.plan();
        if (!plan.getExAequo().isEmpty()) {
            return Sentence.kept(
                    "maire.ex.aequo",
                    Map.of(
                            "lieux",
                            Textes.and(
                                    plan.getExAequo().stream().map(naming::bare).toList())));
        }
        return plan.getExistingTiersLieu() == null
                ? Sentence.kept(none(plan), Map.of())
                : Sentence.kept("maire.existant", Map.of("nom", plan.getExistingTiersLieu()));
    }

    private static String none(Plan plan) {
        if (plan.getReasons().contains(Reason.AUCUN_TIERS_LIEU_PREVU.name())) {
            return "maire.aucun.prevu";
        }
        return plan.getReasons().contains(Reason.AUCUNE_SALLE_DE_LA_REGION.name())
                ? "maire.aucune.salle"
                : "maire.aucun";
    }

    private Stream<Sentence> rooms() {
        List<PlanRoom> judged = dossier.plan().getRooms().stream()
                .filter(room -> room.getCandidature() != null)
                .toList();
        Stream<Sentence> told = IntStream.range(0, Math.min(TOLD, judged.size()))
                .mapToObj(i -> new RoomSentence(dossier, naming).of(1 + i, judged.get(i)))
                .filter(Objects::nonNull);
        return judged.size() > TOLD
                ? Stream.concat(
                        told, Stream.of(Sentence.ranked(1, "maire.autres.salles", Map.of("n", judged.size() - TOLD))))
                : told;
    }

    private Sentence besoin() {
        Besoin besoin = dossier.plan().getBesoin();
        return besoin == Besoin.INCONNU
                ? Sentence.ranked(1, "maire.besoin.inconnu", Map.of())
                : Sentence.kept(
                        "maire.besoin",
                        Map.of(
                                "besoin",
                                Textes.word("besoin", besoin.name()),
                                "eleve",
                                besoin == Besoin.ELEVE ? "oui" : "non"));
    }
}
