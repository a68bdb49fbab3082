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

/** What a plan concludes, in a sentence and one about étapes, empty where there are none; then why, in the order of the rules. */
public record ConclusionView(Mark mark, String sentence, String etapes, List<String> reasons) {

    static ConclusionView of(Plan plan, Mark mark, Reasons reasons, PageTexts texts) {
        String etapes = plan.getEtapes() == 0
                ? ""
                : texts.say("epci.conclusion.etapes", plan.getEtapes(), plan.getSessionsAMonth());
        return new ConclusionView(mark, sentence(plan, mark, texts), etapes, reasons.told());
    }

    /** Which caption the first places have: a choice to be made, or what is proposed. */
    public String caption() {
        return mark == Mark.EX_AEQUO ? "choix" : "premier";
    }

    private static String sentence(Plan plan, Mark mark, PageTexts texts) {
        Siege seat = plan.getSiege();
        if (seat != null) {
            return Stream.concat(
                            Stream.of(texts.say("epci.conclusion.TIERS_LIEU", placed(seat, texts))),
                            LiftFirst.of(plan, seat).stream())
                    .collect(Collectors.joining(" "));
        }
        if (!plan.getUndecided().isEmpty()) {
            return texts.say("epci.conclusion.EN_SUSPENS", placed(plan.getUndecided(), texts));
        }
        return switch (mark) {
            case EX_AEQUO -> texts.say("epci.conclusion.EX_AEQUO", placed(plan.getExAequo(), texts));
            case EXISTANT -> texts.say("epci.conclusion.EXISTANT", String.valueOf(plan.getExistingTiersLieu()));
            default -> texts.say("epci.conclusion." + mark, plan.getAInstruire());
        };
    }

    private static String placed(List<Siege> seats, PageTexts texts) {
        return seats.stream().map(seat -> placed(seat, texts)).collect(Collectors.joining(", "));
    }

    /** A seat by its name and commune. */
    static String placed(Siege seat, PageTexts texts) {
        return seat.getCommune() == null || seat.getName().contains(seat.getCommune())
                ? texts.say("epci.lieu", seat.getName())
                : texts.say("epci.lieu.commune", seat.getName(), seat.getCommune());
    }

    /** The one that is the seat, among the places compared. */
    static boolean isSeat(Concurrent candidate, Plan plan) {
        return candidate.getSiege().equals(plan.getSiege());
    }

    /** Why a plan concludes what it does; why its seat comes before the next candidate, in French, where there are both. */
    record Reasons(Plan plan, JeuDeRegles rules, Optional<String> precedence, PageTexts texts) {

        private static final int MISSES = 3;

        /** One sentence a reason, in the order of the rules. */
        List<String> told() {
            List<String> told = new ArrayList<>();
            told.add(compared());
            seat().ifPresentOrElse(seat -> told.add(fits(seat)), () -> told.addAll(misses()));
            order().ifPresent(told::add);
            told.add(texts.say("epci.raison.besoin." + plan.getBesoin()));
            return told;
        }

        private String compared() {
            long rooms = plan.getRooms().size();
            long listed = plan.getRooms().stream()
                    .filter(room -> room.getKind() == null)
                    .count();
            return texts.say(
                    "epci.raison.compares",
                    rooms,
                    listed,
                    plan.getCandidates().size(),
                    count(Candidature.RETENUE) + count(Candidature.CANDIDATE) + count(Candidature.EX_AEQUO),
                    count(Candidature.A_INSTRUIRE),
                    count(Candidature.DONNEES_INSUFFISANTES),
                    count(Candidature.SOUS_LE_SEUIL)
                            + count(Candidature.FONCTIONS_INSUFFISANTES)
                            + count(Candidature.REFUS_PROPRIETAIRE));
        }

        private long count(Candidature candidature) {
            return plan.getCandidates().stream()
                    .filter(one -> one.getCandidature() == candidature)
                    .count();
        }

        private Optional<Concurrent> seat() {
            return plan.getCandidates().stream()
                    .filter(one -> ConclusionView.isSeat(one, plan))
                    .findFirst();
        }

        private String fits(Concurrent seat) {
            String place = ConclusionView.placed(seat.getSiege(), texts);
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
                    .sorted(Comparator.comparingInt(Reasons::score).reversed())
                    .limit(MISSES)
                    .map(this::miss)
                    .toList();
        }

        private String miss(Concurrent place) {
            return texts.say(
                    "epci.raison.manque." + standing(place) + (place.getScore() == null ? ".SANS_NOTE" : ""),
                    ConclusionView.placed(place.getSiege(), texts),
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
                    : Optional.of(texts.say(
                            "epci.raison.egaux",
                            ConclusionView.placed(equals.get(0), texts),
                            ConclusionView.placed(equals.get(1), texts)));
        }
    }
}
