package fr.passerelle.console.plan;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.texts.LiftFirst;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a plan concludes, in a sentence, and what led there.
 *
 * @param sentence about the tiers lieu
 * @param etapes about the nomadic mediation; empty where there is none
 * @param reasons in the order of the rules
 */
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
}
