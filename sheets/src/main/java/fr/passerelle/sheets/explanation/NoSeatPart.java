package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.conversion.ProposalReason;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** No seat is proposed: why, room by room. */
record NoSeatPart(Dossier dossier, Naming naming) {

    private static final int TOLD = 4;

    Stream<Sentence> sentences() {
        return Stream.of(Stream.of(conclusion()), new RoomSentences(dossier, naming).sentences(), besoin())
                .flatMap(part -> part);
    }

    private Sentence conclusion() {
        Plan plan = dossier.plan();
        if (!plan.getExAequo().isEmpty()) {
            return Sentence.kept("maire.ex.aequo", Map.of("lieux", listed(plan.getExAequo())));
        }
        if (!plan.getUndecided().isEmpty()) {
            return suspended(plan);
        }
        return plan.getExistingTiersLieu() == null
                ? Sentence.kept(none(plan), Map.of())
                : Sentence.kept("maire.existant", Map.of("nom", plan.getExistingTiersLieu()));
    }

    /** A room to be examined would come first: it, those that it would come before, and what is missing of it. */
    private Sentence suspended(Plan plan) {
        List<Concurrent> places = plan.getCandidates().stream()
                .filter(place -> plan.getUndecided().contains(place.getSiege()))
                .toList();
        List<Concurrent> firsts = places.stream()
                .filter(place -> place.getCandidature() == Candidature.A_INSTRUIRE)
                .toList();
        return Sentence.kept(
                "maire.suspens",
                Map.of(
                        "n", firsts.size(),
                        "premiers", named(firsts),
                        "suivants",
                                named(places.stream()
                                        .filter(place -> !firsts.contains(place))
                                        .toList()),
                        "motif",
                                Textes.word(
                                        "suspens",
                                        firsts.getFirst().getReasons().getFirst())));
    }

    private String named(List<Concurrent> places) {
        return listed(places.stream().map(Concurrent::getSiege).toList());
    }

    /** The first ones by name; a conclusion is kept whole, so that it may not grow with them. */
    private String listed(List<Siege> places) {
        int others = places.size() - TOLD;
        return Textes.and(Stream.concat(
                        places.stream().limit(TOLD).map(naming::bare),
                        others > 0 ? Stream.of(Textes.say("autres.salles", Map.of("n", others))) : Stream.empty())
                .toList());
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
