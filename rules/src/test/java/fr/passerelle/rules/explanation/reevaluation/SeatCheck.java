package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.explanation.reevaluation.CandidatureCheck.FunctionsCheck;
import fr.passerelle.rules.explanation.reevaluation.Trace.Looked;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The comparison of places, the ranks, the seat or the tie of a plan again. */
record SeatCheck(Plan told, Trace trace, Seats seats, Findings findings) {

    void run() {
        findings.check("candidates", this::order);
        findings.check("siege", this::seat);
        findings.check("reasons", this::reasons);
        for (Concurrent place : told.getCandidates()) {
            findings.check("candidates", () -> place(place));
        }
    }

    /** By rank: a place that ties with the first comes before one that does not, whatever their scores. */
    private void order() {
        List<Concurrent> compared = new ArrayList<>();
        List<Concurrent> left = new ArrayList<>(seats.ordered());
        while (!left.isEmpty()) {
            List<Concurrent> first = seats.first(left);
            int rank = compared.size() + 1;
            first.forEach(place -> findings.same("rank", place.getRank(), rank));
            compared.addAll(first);
            left.removeAll(first);
        }
        seats.others().forEach(place -> findings.same("rank", place.getRank(), null));
        compared.addAll(seats.others());
        findings.same("candidates", told.getCandidates(), compared);
    }

    private void place(Concurrent place) {
        new FunctionsCheck(place.getFonctions(), findings).run();
        int confirmed = FunctionsCheck.confirmed(place.getFonctions()).size();
        findings.same("functions_confirmed", place.getFunctionsConfirmed(), confirmed);
        findings.holds("functions_wanted", place.getFunctionsWanted() <= confirmed, place.getFunctionsWanted());
        trace.first(Rule.PREMIERE_A_INSTRUIRE)
                .ifPresent(order -> findings.same(
                        "population_steps",
                        place.getPopulationSteps(),
                        place.getPopulation() / new Looked(order.getOperands()).whole("pas_population")));
        if (place.getRank() != null) {
            findings.same(
                    "candidature",
                    place.getCandidature(),
                    seats.candidature(
                            place.getSiege().getKind(), place.getSiege().getId()));
        }
    }

    private void seat() {
        List<Siege> winners = seats.winners().stream().map(Concurrent::getSiege).toList();
        findings.same("siege", told.getSiege(), winners.size() == 1 ? winners.getFirst() : null);
        findings.same(
                "tiers_lieu",
                told.getTiersLieu(),
                winners.size() == 1 ? winners.getFirst().getId() : null);
        findings.same(
                "ex_aequo",
                told.getExAequo(),
                winners.size() > 1 ? winners.stream().sorted(Seats.BY_ID).toList() : List.of());
        findings.same("undecided", told.getUndecided(), seats.undecided());
        findings.same(
                "functions",
                told.getFunctions(),
                winners.size() == 1
                        ? FunctionsCheck.confirmed(seats.winners().getFirst().getFonctions())
                        : List.of());
    }

    private void reasons() {
        findings.same(
                "tiers_lieu_existant",
                trace.at(Rule.TIERS_LIEU_EXISTANT).text("tiers_lieu_existant"),
                told.getExistingTiersLieu());
        findings.same("reasons", told.getReasons(), List.of(reason()));
    }

    private String reason() {
        if (told.getExistingTiersLieu() != null) {
            return "TIERS_LIEU_EXISTANT";
        }
        if (!seats.isOpen()) {
            return "AUCUN_TIERS_LIEU_PREVU";
        }
        if (told.getCandidates().isEmpty()) {
            return "AUCUNE_SALLE_DE_LA_REGION";
        }
        if (!seats.undecided().isEmpty()) {
            return "PREMIERE_A_INSTRUIRE";
        }
        return switch (seats.winners().size()) {
            case 0 -> "AUCUNE_CANDIDATE";
            case 1 -> "TIERS_LIEU_PROPOSE";
            default -> "EX_AEQUO";
        };
    }

    /**
     * The seat of a plan again: the places ordered from what the comparison tells of each, ranked, then what the first rank and the rules
     * against any tiers lieu leave.
     */
    record Seats(Plan told, Trace trace) {

        static final Comparator<Siege> BY_ID =
                Comparator.comparing(Siege::getId).thenComparing(Siege::getKind);

        /** What separates two places before any score. */
        private static final Comparator<Concurrent> MERITS = Comparator.comparingInt(Concurrent::getFunctionsWanted)
                .thenComparingInt(Concurrent::getFunctionsConfirmed)
                .thenComparingInt(Concurrent::getPopulationSteps);

        private static final Comparator<Concurrent> ORDER = MERITS.reversed()
                .thenComparing(Comparator.comparingInt(Seats::score).reversed())
                .thenComparing(Concurrent::getSiege, BY_ID);

        /** Places that are candidates, in the order that the rules promise. */
        List<Concurrent> ordered() {
            return candidates().stream().sorted(ORDER).toList();
        }

        /** Places that are none, by identifier. */
        List<Concurrent> others() {
            return told.getCandidates().stream()
                    .filter(place -> !isCandidate(place))
                    .sorted(Comparator.comparing(Concurrent::getSiege, BY_ID))
                    .toList();
        }

        /** Those that hold the first rank though their data keep them from it, with the candidates that come first; empty where none does. */
        List<Siege> undecided() {
            if (!isOpen() || candidates().isEmpty()) {
                return List.of();
            }
            List<Concurrent> both = Stream.concat(candidates().stream(), heldBack().stream())
                    .sorted(ORDER)
                    .toList();
            List<Concurrent> before =
                    first(both).stream().filter(place -> !isCandidate(place)).toList();
            return before.isEmpty()
                    ? List.of()
                    : Stream.concat(before.stream(), first(ordered()).stream())
                            .map(Concurrent::getSiege)
                            .sorted(BY_ID)
                            .toList();
        }

        private List<Concurrent> heldBack() {
            return told.getCandidates().stream()
                    .filter(place -> place.getCandidature() == Candidature.A_INSTRUIRE)
                    .filter(place -> List.of("DONNEES_RECENTES_INSUFFISANTES", "PETITS_NOMBRES")
                            .containsAll(place.getReasons()))
                    .toList();
        }

        private List<Concurrent> candidates() {
            return told.getCandidates().stream().filter(Seats::isCandidate).toList();
        }

        private static boolean isCandidate(Concurrent place) {
            return List.of(Candidature.RETENUE, Candidature.EX_AEQUO, Candidature.CANDIDATE)
                    .contains(place.getCandidature());
        }

        /** A site has none, and comes after rooms. */
        private static int score(Concurrent place) {
            return Objects.requireNonNullElse(place.getScore(), -1);
        }

        /** Those that nothing separates from the first, or from one of the same score and merits, in order. */
        List<Concurrent> first(List<Concurrent> ordered) {
            Concurrent first = ordered.getFirst();
            List<Concurrent> level = ordered.stream()
                    .filter(place -> MERITS.compare(place, first) == 0 && score(place) == score(first))
                    .toList();
            return ordered.stream()
                    .filter(place -> level.stream().anyMatch(one -> ties(one, place)))
                    .toList();
        }

        /** A place ties with itself, even where its bounds are told the wrong way round. */
        private static boolean ties(Concurrent one, Concurrent other) {
            return one.equals(other) || MERITS.compare(one, other) == 0 && !isAbove(one, other) && !isAbove(other, one);
        }

        private static boolean isAbove(Concurrent one, Concurrent other) {
            return one.getLow() != null && other.getHigh() != null && one.getLow() > other.getHigh();
        }

        /** Whether anything keeps the EPCI from getting one at all. */
        boolean isOpen() {
            return told.getExistingTiersLieu() == null
                    && trace.at(Rule.TIERS_LIEUX_MAXIMUM).whole("tiers_lieux_maximum") > 0;
        }

        /** The places of the first rank; empty where none can be the seat. */
        List<Concurrent> winners() {
            List<Concurrent> ordered = ordered();
            return ordered.isEmpty() || !isOpen() || !undecided().isEmpty() ? List.of() : first(ordered);
        }

        /** Where the plan leaves a place that nothing stands against. */
        Candidature candidature(SiegeKind kind, String id) {
            List<Concurrent> winners = winners();
            if (winners.stream()
                    .map(Concurrent::getSiege)
                    .noneMatch(seat -> seat.getKind() == kind && seat.getId().equals(id))) {
                return Candidature.CANDIDATE;
            }
            return winners.size() == 1 ? Candidature.RETENUE : Candidature.EX_AEQUO;
        }
    }
}
