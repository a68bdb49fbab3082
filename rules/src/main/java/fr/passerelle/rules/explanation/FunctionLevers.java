package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.SupposedHosting;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Levier;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What could change of the functions of a room or a site, smallest first: the fewest conditions, then the order of the functions, then
 * that of the conditions.
 *
 * @param supposing the situation where it offers something else
 */
record FunctionLevers(Hosting hosting, List<FonctionJugee> fonctions, Function<Hosting, EpciSituation> supposing) {

    /** A function left to verify has all that is unknown of it met. */
    Stream<InputChange> confirmed() {
        return fonctions.stream()
                .filter(fonction -> fonction.getDisponibilite() == Disponibilite.A_VERIFIER)
                .sorted(Comparator.comparingInt(fonction -> unknown(fonction).size()))
                .map(this::confirmed);
    }

    private InputChange confirmed(FonctionJugee fonction) {
        List<ConditionJugee> unknown = unknown(fonction);
        return change(
                Levier.FONCTION_CONFIRMEE,
                fonction,
                unknown,
                unknown.stream()
                        .map(condition -> answered(condition, SupposedHosting.met(condition), Reponse.OUI))
                        .toList(),
                SupposedHosting.meeting(hosting, unknown));
    }

    /** A function that could be filled loses one condition; one that is filled today does not depend on any. */
    Stream<InputChange> lost() {
        return fonctions.stream()
                .filter(fonction -> fonction.getDisponibilite() == Disponibilite.POSSIBLE)
                .flatMap(fonction -> fonction.getChecks().stream()
                        .filter(SupposedHosting::mayFail)
                        .map(condition -> lost(fonction, condition)));
    }

    private InputChange lost(FonctionJugee fonction, ConditionJugee condition) {
        return change(
                Levier.FONCTION_PERDUE,
                fonction,
                List.of(condition),
                List.of(answered(condition, SupposedHosting.missed(condition), Reponse.NON)),
                SupposedHosting.failing(hosting, condition));
    }

    private InputChange change(
            Levier levier,
            FonctionJugee fonction,
            List<ConditionJugee> conditions,
            List<Operande> answers,
            Hosting supposed) {
        return new InputChange(
                levier,
                conditions.size(),
                Unite.OUI_NON,
                fonction.getFonction(),
                conditions.stream().map(ConditionJugee::getCondition).toList(),
                answers,
                supposing.apply(supposed));
    }

    private static List<ConditionJugee> unknown(FonctionJugee fonction) {
        return fonction.getChecks().stream()
                .filter(condition -> condition.getReponse() == Reponse.INCONNU)
                .toList();
    }

    private static Operande answered(ConditionJugee condition, @Nullable BigDecimal number, Reponse yesOrNo) {
        return number == null
                ? Steps.text(condition.getCondition(), yesOrNo.name(), condition.getUnit())
                : Steps.number(condition.getCondition(), number, condition.getUnit());
    }
}
