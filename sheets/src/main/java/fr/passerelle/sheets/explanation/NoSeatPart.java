package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.conversion.ProposalReason;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.french.Textes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** No seat is proposed: why, room by room. */
record NoSeatPart(Dossier dossier, Naming naming) {

    private static final int TOLD = 4;
    private static final int ROOMS = 3;
    private static final int RANK = 2;

    /** The nearest to being proposed first. */
    private static final Comparator<PlanRoom> NEAREST = Comparator.<PlanRoom>comparingInt(
                    room -> distance(room.getCandidature()))
            .thenComparing(PlanRoom::getScore, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(PlanRoom::getRoomId);

    Stream<Sentence> sentences() {
        return Stream.of(Stream.of(conclusion()), rooms(), besoin()).flatMap(part -> part);
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
        return Textes.and(places.stream().map(naming::bare).toList(), TOLD, "autres.salles");
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
        Besoin besoin = dossier.plan().getBesoin();
        Sentence told = besoin == Besoin.INCONNU
                ? Sentence.ranked(1, "maire.besoin.inconnu", Map.of())
                : Sentence.ranked(
                        1,
                        "maire.besoin",
                        Map.of(
                                "besoin", Textes.word("besoin", besoin),
                                "eleve", Textes.yes(besoin == Besoin.ELEVE)));
        return told.when(dossier.plan().getReasons().contains(ProposalReason.AUCUNE_CANDIDATE.name()));
    }

    /** Why rooms are not proposed: those that come nearest are told, the others counted. */
    Stream<Sentence> rooms() {
        List<PlanRoom> judged = nearest(dossier.plan()).toList();
        List<String> variants = IntStream.iterate(Math.min(ROOMS, judged.size()), told -> told >= 0, told -> told - 1)
                .mapToObj(told -> told(judged, told))
                .toList();
        return judged.isEmpty() ? Stream.empty() : Stream.of(new Sentence(RANK, variants));
    }

    /** The rooms of the region, the nearest to being proposed first. */
    static Stream<PlanRoom> nearest(Plan plan) {
        return plan.getRooms().stream()
                .filter(room -> room.getCandidature() != null)
                .sorted(NEAREST);
    }

    private String told(List<PlanRoom> judged, int number) {
        List<String> told =
                new ArrayList<>(judged.stream().limit(number).map(this::room).toList());
        int others = judged.size() - number;
        if (others > 0) {
            told.add(Textes.say(
                    "maire.autres.salles",
                    Map.of(
                            "seules", Textes.yes(number == 0),
                            "salles", standings(judged.subList(number, judged.size())))));
        }
        return String.join(" ", told);
    }

    /** How many stand where: what is missing is said of those that are counted too. */
    private static String standings(List<PlanRoom> rooms) {
        Map<String, Long> counted = rooms.stream()
                .collect(Collectors.groupingBy(
                        room -> String.valueOf(room.getCandidature()), LinkedHashMap::new, Collectors.counting()));
        return Textes.and(counted.entrySet().stream()
                .map(one -> Textes.say("maire.autres." + one.getKey(), Map.of("n", one.getValue())))
                .toList());
    }

    private String room(PlanRoom room) {
        Frequentation score = dossier.score(room.getRoomId())
                .orElseThrow(() -> new IllegalArgumentException("No score of room " + room.getRoomId()));
        Map<String, Object> figures = dossier.figures(score);
        figures.put("lieu", naming.of(Naming.siege(room)));
        figures.put("suite", suite(room));
        figures.put("confirmees", dossier.confirmed(room.getRoomId()));
        figures.put("exigees", dossier.functionsNeeded());
        return Textes.say(
                score.getState() == FrequentationState.NOTEE ? "maire.salle.note" : "maire.salle.sans.note", figures);
    }

    private String suite(PlanRoom room) {
        if (room.getCandidature() == Candidature.REFUS_PROPRIETAIRE) {
            return "refus";
        }
        if (dossier.lacksFunctions(room.getRoomId())) {
            return "fonctions";
        }
        if (room.getCandidature() != Candidature.A_INSTRUIRE) {
            return "rien";
        }
        return switch (dossier.conversion(room.getRoomId())
                .map(dossier::standing)
                .orElse("")) {
            case "DONNEES_RECENTES_INSUFFISANTES" -> "recentes";
            case "PETITS_NOMBRES" -> "petits";
            default -> "instruire";
        };
    }

    /** How far from being proposed, from 0. */
    static int distance(@Nullable Candidature stands) {
        return switch (stands) {
            case RETENUE, EX_AEQUO -> 0;
            case CANDIDATE -> 1;
            case A_INSTRUIRE -> 2;
            case FONCTIONS_INSUFFISANTES, REFUS_PROPRIETAIRE -> 3;
            case SOUS_LE_SEUIL -> 4;
            case DONNEES_INSUFFISANTES -> 5;
            case null -> Integer.MAX_VALUE;
        };
    }
}
