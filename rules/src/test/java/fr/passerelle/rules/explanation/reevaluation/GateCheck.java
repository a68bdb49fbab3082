package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLineName;

/**
 * Whether a line is aided at all, again.
 *
 * @param proposed whether the plan proposes a tiers lieu
 */
record GateCheck(AidLineName line, boolean proposed, Findings findings) {

    /** The code of what stops the line; empty where nothing does. */
    String stop(Rule rule, Looked looked) {
        findings.same(line + ".gate", rule, expectedGate());
        return rule == Rule.ETUDE ? study(looked) : ofTheTiersLieu(looked);
    }

    private Rule expectedGate() {
        return switch (line) {
            case ETUDE -> Rule.ETUDE;
            case INVESTISSEMENT -> Rule.INVESTISSEMENT;
            case FONCTIONNEMENT_1, FONCTIONNEMENT_2, FONCTIONNEMENT_3 -> Rule.FONCTIONNEMENT;
        };
    }

    private static String study(Looked looked) {
        return "REFUSEE".equals(looked.text("etude")) ? "REFUSEE" : "";
    }

    private String ofTheTiersLieu(Looked looked) {
        findings.same(line + ".tiers_lieu_propose", looked.isYes("tiers_lieu_propose"), proposed);
        if (!looked.isYes("tiers_lieu_propose")) {
            return "SANS_TIERS_LIEU";
        }
        boolean waits = looked.isYes("etude_prealable") && !"RENDUE".equals(looked.text("etude"));
        return waits ? "ETUDE_PREALABLE" : "";
    }
}
