package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a room of the region stands again, from the rules tried on it, then from where the plan puts it.
 *
 * @param score of the room
 * @param seats what the plan says of seats
 */
record CandidatureCheck(Conversion told, Frequentation score, Seats seats, Findings findings) {

    void run() {
        findings.same("score", told.getScore(), score.getScore());
        findings.same("low", told.getLow(), score.getLow());
        findings.same("high", told.getHigh(), score.getHigh());
        findings.check("candidature", this::candidature);
    }

    private void candidature() {
        Map<RegleEssayee, Candidature> against = new LinkedHashMap<>();
        for (RegleEssayee step : told.getTrace()) {
            Candidature objection = objection(step);
            if (objection != null) {
                against.put(step, objection);
            }
        }
        Candidature again = deciding(against.values()).orElseGet(() -> seats.candidature(told.getRoomId()));
        against.forEach(
                (step, objection) -> findings.same(step.getRule() + ".decides", step.getDecides(), objection == again));
        findings.same("candidature", told.getCandidature(), again);
        findings.same("kind", told.getKind().name(), again == Candidature.RETENUE ? "TIERS_LIEU" : "ETAPE_NOMADE");
    }

    /** The first certain no, else the doubt. */
    private static Optional<Candidature> deciding(Collection<Candidature> against) {
        return against.stream()
                .filter(objection -> objection != Candidature.A_INSTRUIRE)
                .findFirst()
                .or(() -> against.stream().findFirst());
    }

    /** Where a rule leaves the room; null where it objects to nothing. */
    private @Nullable Candidature objection(RegleEssayee step) {
        Looked looked = new Looked(step.getOperands());
        return switch (Rule.valueOf(step.getRule())) {
            case FONCTIONS_DU_LIEU -> functions(step, looked);
            case NOTE_EXISTANTE -> scored(step, looked);
            case SEUIL -> threshold(step, looked);
            case FONCTIONS_SUFFISANTES -> enough(step, looked);
            default -> null;
        };
    }

    private @Nullable Candidature functions(RegleEssayee step, Looked looked) {
        told.getFonctions()
                .forEach(fonction -> findings.same(
                        "FONCTIONS_DU_LIEU." + fonction.getFonction(),
                        looked.text(fonction.getFonction().name().toLowerCase(Locale.ROOT)),
                        fonction.getDisponibilite().name()));
        findings.same("FONCTIONS_DU_LIEU.outcome", step.getOutcome(), String.valueOf(confirmed()));
        return null;
    }

    private long confirmed() {
        return FunctionsCheck.confirmed(told.getFonctions()).size();
    }

    private @Nullable Candidature scored(RegleEssayee step, Looked looked) {
        findings.same("etat", looked.text("etat"), score.getState().name());
        boolean none = "DONNEES_INSUFFISANTES".equals(looked.text("etat"));
        return found(step, none, "DONNEES_INSUFFISANTES", "NOTEE", Candidature.DONNEES_INSUFFISANTES);
    }

    private @Nullable Candidature threshold(RegleEssayee step, Looked looked) {
        bound("borne_haute", looked, score.getHigh());
        bound("borne_basse", looked, score.getLow());
        BigDecimal seuil = looked.number("seuil");
        if (looked.number("borne_haute").compareTo(seuil) < 0) {
            return found(step, true, "SOUS_LE_SEUIL", "SEUIL_ATTEINT", Candidature.SOUS_LE_SEUIL);
        }
        boolean between = looked.number("borne_basse").compareTo(seuil) < 0;
        return found(step, between, "SEUIL_DANS_LA_FOURCHETTE", "SEUIL_ATTEINT", Candidature.A_INSTRUIRE);
    }

    private @Nullable Candidature enough(RegleEssayee step, Looked looked) {
        findings.same("fonctions_confirmees", looked.whole("fonctions_confirmees"), confirmed());
        boolean few = looked.whole("fonctions_confirmees") < looked.whole("fonctions_minimum");
        return found(
                step, few, "FONCTIONS_INSUFFISANTES", "FONCTIONS_SUFFISANTES", Candidature.FONCTIONS_INSUFFISANTES);
    }

    private void bound(String name, Looked looked, @Nullable Integer bound) {
        findings.same(name, looked.whole(name), bound == null ? null : Long.valueOf(bound));
    }

    private @Nullable Candidature found(
            RegleEssayee step, boolean against, String outcome, String otherwise, Candidature candidature) {
        findings.same(step.getRule() + ".outcome", step.getOutcome(), against ? outcome : otherwise);
        return against ? candidature : null;
    }
}
