package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.conversion.Seating;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has to be lifted before a place opens (RULES 4.2), the one sentence that says it wherever the place is proposed. */
public final class LiftFirst {

    private LiftFirst() {}

    /** « À lever avant d'ouvrir : l'accord du propriétaire (inconnu). »; empty where nothing has to be. */
    public static Optional<String> of(Plan plan, Siege place) {
        return points(plan, place).map(points -> Textes.say("levee", Map.of("points", points)));
    }

    /** The points alone, within a sentence. */
    public static Optional<String> points(Plan plan, Siege place) {
        return Seating.compared(plan, place)
                .map(Concurrent::getALever)
                .filter(lift -> !lift.isEmpty())
                .map(LiftFirst::points);
    }

    private static String points(List<ConditionJugee> lift) {
        return Textes.and(lift.stream()
                .map(one -> Textes.word("levee", one.getCondition() + "." + one.getReponse()))
                .toList());
    }

    /** The same, kept whole in a text that has a limit. */
    static Optional<Sentence> sentence(Plan plan, Siege place) {
        return points(plan, place).map(points -> Sentence.kept("levee", Map.of("points", points)));
    }
}
