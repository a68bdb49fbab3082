package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;

/** The five functions of a place again, each from its conditions. */
record FunctionsCheck(List<FonctionJugee> told, Findings findings) {

    void run() {
        findings.same("fonctions", told.stream().map(FonctionJugee::getFonction).toList(), List.of(Fonction.values()));
        told.forEach(this::judge);
    }

    private void judge(FonctionJugee fonction) {
        String name = fonction.getFonction().name();
        fonction.getChecks().forEach(check -> answer(name, check));
        List<String> failed = codes(fonction, Reponse.NON);
        List<String> unknown = codes(fonction, Reponse.INCONNU);
        findings.same(name + ".conditions", fonction.getConditions(), failed.isEmpty() ? unknown : failed);
        if (fonction.getChecks().isEmpty()) {
            asksNothing(fonction);
        } else {
            findings.same(name + ".disponibilite", fonction.getDisponibilite(), judged(failed, unknown));
        }
    }

    private void answer(String name, ConditionJugee check) {
        if (check.getUnit() == Unite.OUI_NON) {
            findings.holds(
                    name + "." + check.getCondition(),
                    check.getFound() == null && check.getRequired() == null,
                    check.getFound());
            return;
        }
        BigDecimal found = check.getFound();
        BigDecimal required = check.getRequired();
        Reponse again = Reponse.INCONNU;
        if (found != null && required != null) {
            again = found.compareTo(required) >= 0 ? Reponse.OUI : Reponse.NON;
        }
        findings.holds(name + "." + check.getCondition() + ".required", required != null, required);
        findings.same(name + "." + check.getCondition(), check.getReponse(), again);
    }

    /** Filled today; or mediation, which asks nothing of the walls. */
    private void asksNothing(FonctionJugee fonction) {
        boolean filled = fonction.getDisponibilite() == Disponibilite.OFFERTE;
        boolean mediation = fonction.getFonction() == Fonction.MEDIATION_NUMERIQUE
                && fonction.getDisponibilite() == Disponibilite.POSSIBLE;
        findings.holds(fonction.getFonction() + ".disponibilite", filled || mediation, fonction.getDisponibilite());
    }

    private static Disponibilite judged(List<String> failed, List<String> unknown) {
        if (!failed.isEmpty()) {
            return Disponibilite.NON;
        }
        return unknown.isEmpty() ? Disponibilite.POSSIBLE : Disponibilite.A_VERIFIER;
    }

    private static List<String> codes(FonctionJugee fonction, Reponse reponse) {
        return fonction.getChecks().stream()
                .filter(check -> check.getReponse() == reponse)
                .map(ConditionJugee::getCondition)
                .toList();
    }

    /** Those that are OFFERTE or POSSIBLE. */
    static List<Fonction> confirmed(List<FonctionJugee> fonctions) {
        return fonctions.stream()
                .filter(fonction -> fonction.getDisponibilite() == Disponibilite.OFFERTE
                        || fonction.getDisponibilite() == Disponibilite.POSSIBLE)
                .map(FonctionJugee::getFonction)
                .toList();
    }
}
