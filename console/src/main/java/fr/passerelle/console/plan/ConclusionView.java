package fr.passerelle.console.plan;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.rules.conversion.ProposalReason;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.explanation.SeatPart.LiftFirst;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a plan concludes and why; why its seat comes before the next candidate, in French, where there are both. */
public record ConclusionView(Plan plan, JeuDeRegles rules, Optional<String> precedence, PageTexts texts) {

    private static final int MISSES = 3;

    /** What is concluded, as maps mark it. */
    public Mark mark() {
        return Mark.of(plan);
    }

    /** Which caption the first places have: a choice to be made, or what is proposed. */
    public String caption() {
        return mark() == Mark.EX_AEQUO ? "choix" : "premier";
    }

    /** What is concluded, in a sentence. */
    public String sentence() {
        Siege seat = plan.getSiege();
        if (seat != null) {
            return Stream.concat(
                            Stream.of(texts.say("epci.conclusion.TIERS_LIEU", placed(seat))),
                            LiftFirst.of(plan, seat).stream())
                    .collect(Collectors.joining(" "));
        }
        if (!plan.getUndecided().isEmpty()) {
            return texts.say("epci.conclusion.EN_SUSPENS", placed(plan.getUndecided()));
        }
        return switch (mark()) {
            case EX_AEQUO -> texts.say("epci.conclusion.EX_AEQUO", placed(plan.getExAequo()));
            case EXISTANT -> texts.say("epci.conclusion.EXISTANT", String.valueOf(plan.getExistingTiersLieu()));
            default -> texts.say("epci.conclusion." + mark(), plan.getAInstruire());
        };
    }

    /** A sentence about its étapes; empty where there are none. */
    public String etapes() {
        return plan.getEtapes() == 0
                ? ""
                : texts.say("epci.conclusion.etapes", plan.getEtapes(), plan.getSessionsAMonth());
    }

    private String placed(List<Siege> seats) {
        return seats.stream().map(this::placed).collect(Collectors.joining(", "));
    }

    private String placed(Siege seat) {
        return seat.getCommune() == null || seat.getName().contains(seat.getCommune())
                ? texts.say("epci.lieu", seat.getName())
                : texts.say("epci.lieu.commune", seat.getName(), seat.getCommune());
    }

    /** The one that is the seat, among the places compared. */
    static boolean isSeat(Concurrent candidate, Plan plan) {
        return candidate.getSiege().equals(plan.getSiege());
    }

    /** Why: one sentence a reason, in the order of the rules. */
    public List<String> reasons() {
        List<String> told = new ArrayList<>();
        told.add(compared());
        plan.getCandidates().stream()
                .filter(one -> isSeat(one, plan))
                .findFirst()
                .ifPresentOrElse(seat -> told.add(fits(seat)), () -> told.addAll(misses()));
        order().ifPresent(told::add);
        told.add(texts.say("epci.raison.besoin." + plan.getBesoin()));
        return told;
    }

    private String compared() {
        long listed =
                plan.getRooms().stream().filter(room -> room.getKind() == null).count();
        return texts.say(
                "epci.raison.compares",
                plan.getRooms().size(),
                listed,
                plan.getCandidates().size(),
                count(Candidature.RETENUE, Candidature.CANDIDATE, Candidature.EX_AEQUO),
                count(Candidature.A_INSTRUIRE),
                count(Candidature.DONNEES_INSUFFISANTES),
                count(Candidature.SOUS_LE_SEUIL, Candidature.FONCTIONS_INSUFFISANTES, Candidature.REFUS_PROPRIETAIRE));
    }

    private long count(Candidature... candidatures) {
        return plan.getCandidates().stream()
                .filter(one -> List.of(candidatures).contains(one.getCandidature()))
                .count();
    }

    private String fits(Concurrent seat) {
        String place = placed(seat.getSiege());
        int needed = rules.conversion().minimumFunctions();
        return seat.getScore() == null
                ? texts.say("epci.raison.site", place, seat.getFunctionsConfirmed(), needed)
                : texts.say(
                        "epci.raison.salle",
                        place,
                        seat.getScore(),
                        Objects.requireNonNullElse(seat.getLow(), seat.getScore()),
                        rules.threshold(),
                        seat.getFunctionsConfirmed(),
                        needed);
    }

    /** Where no place may be the seat, what each of the first ones misses. */
    private List<String> misses() {
        boolean ranked = plan.getCandidates().stream().anyMatch(one -> one.getRank() != null);
        return plan.getCandidates().stream()
                .filter(one -> !ranked || plan.getUndecided().contains(one.getSiege()) && one.getRank() == null)
                .sorted(Comparator.comparingInt(ConclusionView::score).reversed())
                .limit(MISSES)
                .map(this::miss)
                .toList();
    }

    private String miss(Concurrent place) {
        return texts.say(
                "epci.raison.manque." + standing(place) + (place.getScore() == null ? ".SANS_NOTE" : ""),
                placed(place.getSiege()),
                score(place),
                Objects.requireNonNullElse(place.getLow(), score(place)),
                Objects.requireNonNullElse(place.getHigh(), score(place)),
                rules.threshold(),
                place.getFunctionsConfirmed(),
                rules.conversion().minimumFunctions());
    }

    /** Its candidature, or what of its data holds it back. */
    private static String standing(Concurrent place) {
        return ProposalReason.holdingBack(place.getReasons())
                .map(ProposalReason::name)
                .orElse(place.getCandidature().name());
    }

    private static int score(Concurrent place) {
        return Objects.requireNonNullElse(place.getScore(), 0);
    }

    /** What separates the first two candidates, or that nothing does. */
    private Optional<String> order() {
        List<Siege> equals = plan.getExAequo();
        return equals.size() < 2
                ? precedence
                : Optional.of(texts.say("epci.raison.egaux", placed(equals.get(0)), placed(equals.get(1))));
    }
}
