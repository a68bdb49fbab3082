package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Siege;
import java.util.ArrayList;
import java.util.List;

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
        trace.first(Rule.PREMIERE_A_INSTRUIRE).ifPresent(order -> steps(place, order));
        if (place.getRank() != null) {
            findings.same("candidature", place.getCandidature(), seats.candidature(place.getSiege()));
        }
    }

    private void steps(Concurrent place, RegleEssayee order) {
        long step = new Looked(order.getOperands()).whole("pas_population");
        findings.same("population_steps", (long) place.getPopulationSteps(), place.getPopulation() / step);
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
}
