package fr.passerelle.texts;

import fr.passerelle.rules.conversion.ProposalReason;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Plan;
import java.util.Map;
import java.util.stream.Stream;

/** No seat is proposed: why, room by room. */
record NoSeatPart(Dossier dossier, Naming naming) {

    Stream<Sentence> sentences() {
        return Stream.of(Stream.of(conclusion()), new RoomSentences(dossier, naming).sentences(), besoin())
                .flatMap(part -> part);
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
        if (plan.getReasons().contains(ProposalReason.AUCUN_TIERS_LIEU_PREVU.name())) {
            return "maire.aucun.prevu";
        }
        return plan.getReasons().contains(ProposalReason.AUCUNE_SALLE_DE_LA_REGION.name())
                ? "maire.aucune.salle"
                : "maire.aucun";
    }

    /** A use that is low does not measure a need: said where use, or what is known of it, is why none is proposed. */
    private Stream<Sentence> besoin() {
        Plan plan = dossier.plan();
        if (!plan.getReasons().contains(ProposalReason.AUCUNE_CANDIDATE.name())) {
            return Stream.empty();
        }
        return Stream.of(
                plan.getBesoin() == Besoin.INCONNU
                        ? Sentence.ranked(1, "maire.besoin.inconnu", Map.of())
                        : Sentence.ranked(1, "maire.besoin", need(plan.getBesoin())));
    }

    private static Map<String, String> need(Besoin besoin) {
        return Map.of("besoin", Textes.word("besoin", besoin.name()), "eleve", besoin == Besoin.ELEVE ? "oui" : "non");
    }
}
