package fr.passerelle.envelope.solver;

import fr.passerelle.schemas.bareme.Programmation.ValeurRule;
import fr.passerelle.schemas.event.Enveloppe;
import java.util.List;
import java.util.function.Consumer;

/** All that is found by solving again: what other values, credits and rows would bring, and why each EPCI waits. */
record EnvelopeReasons(ExactSearch search, BestProgramme best, Consumer<String> progress) {

    Enveloppe added(Enveloppe.Builder answer, List<ValeurRule> valeurs) {
        progress.accept("Comparaison des valeurs…");
        answer.setComparaisons(new ValeurComparison(search, best).all(valeurs));
        progress.accept("Courbe des crédits…");
        answer.setCourbe(new CreditCurve(search, best.envelope()).points());
        progress.accept("Coût de l'équité…");
        answer.setEquite(new EquityCosts(search, best).all());
        return answer.setAttentes(new WaitReasons(search, best, progress).all()).build();
    }
}
