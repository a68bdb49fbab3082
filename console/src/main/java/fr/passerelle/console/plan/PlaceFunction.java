package fr.passerelle.console.plan;

import fr.passerelle.console.page.PageTexts;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.texts.Codes;
import fr.passerelle.texts.Quantities;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A function of a place.
 *
 * @param name « coworking »
 * @param css end of the class that colours it and name of its mark, such as offerte
 * @param judged « à vérifier »
 * @param decides the condition that decides, failed or to verify, or how many they are; empty where it is confirmed
 * @param checks each condition looked at, with what was found and what is required
 */
public record PlaceFunction(String name, String css, String judged, String decides, List<Checked> checks) {

    /** A condition and what is known of it. */
    public record Checked(String css, String text) {}

    static PlaceFunction of(FonctionJugee function, PageTexts texts) {
        Disponibilite judged = function.getDisponibilite();
        return new PlaceFunction(
                Codes.outcome(function.getFonction().name()),
                judged.name().toLowerCase(Locale.ROOT),
                Codes.outcome(judged.name()),
                decides(function.getConditions(), texts),
                function.getChecks().stream()
                        .map(check -> checked(check, texts))
                        .toList());
    }

    private static String decides(List<String> conditions, PageTexts texts) {
        return switch (conditions.size()) {
            case 0 -> "";
            case 1 -> Codes.condition(conditions.getFirst());
            default -> texts.say("epci.conditions", conditions.size());
        };
    }

    private static Checked checked(ConditionJugee check, PageTexts texts) {
        String known = Codes.outcome(check.getReponse().name());
        String condition = Codes.condition(check.getCondition());
        BigDecimal required = check.getRequired();
        String text = required == null
                ? texts.say("epci.condition", condition, known)
                : texts.say(
                        "epci.condition.mesuree",
                        condition,
                        Quantities.of(check.getFound(), check.getUnit()),
                        Quantities.of(required, check.getUnit()));
        return new Checked(check.getReponse().name().toLowerCase(Locale.ROOT), text);
    }
}
