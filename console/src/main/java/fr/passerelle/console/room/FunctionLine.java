package fr.passerelle.console.room;

import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.texts.Codes;
import fr.passerelle.texts.Quantities;
import java.util.List;

/**
 * A function of a room, and what it asks of the place.
 *
 * @param code of how it is judged: OFFERTE, POSSIBLE, A_VERIFIER or NON
 * @param judged the same in words
 */
record FunctionLine(String name, String code, String judged, List<Condition> conditions) {

    /**
     * A condition.
     *
     * @param code what is known of it: OUI, NON or INCONNU
     * @param found what was found, with its unit; empty where it is a yes or no
     * @param required what is required; empty where it is a yes
     */
    record Condition(String name, String code, String answer, String found, String required) {}

    static FunctionLine of(FonctionJugee function) {
        return new FunctionLine(
                Codes.fonction(function.getFonction()),
                function.getDisponibilite().name(),
                Codes.outcome(function.getDisponibilite().name()),
                function.getChecks().stream().map(FunctionLine::condition).toList());
    }

    private static Condition condition(ConditionJugee check) {
        return new Condition(
                Codes.condition(check.getCondition()),
                check.getReponse().name(),
                Codes.outcome(check.getReponse().name()),
                check.getFound() == null ? "" : Quantities.of(check.getFound(), check.getUnit()),
                check.getRequired() == null ? "" : Quantities.of(check.getRequired(), check.getUnit()));
    }
}
