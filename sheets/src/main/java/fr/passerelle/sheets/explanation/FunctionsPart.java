package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a seat fills today, could host, and what is left to verify. */
record FunctionsPart(List<FonctionJugee> fonctions, SiegeKind kind) {

    private static final int RANK = 4;
    private static final int LEAVING = 1;

    Stream<Sentence> sentences() {
        return Stream.concat(sure(), toVerify());
    }

    private Stream<Sentence> sure() {
        List<String> filled = names(Disponibilite.OFFERTE);
        List<String> possible = names(Disponibilite.POSSIBLE);
        List<String> met = conditionsMet();
        return filled.isEmpty() && possible.isEmpty()
                ? Stream.empty()
                : Stream.of(new Sentence(
                        RANK, LEAVING, List.of(said(filled, possible, met), said(filled, possible, List.of()), "")));
    }

    private String said(List<String> filled, List<String> possible, List<String> met) {
        return Textes.say(
                "maire.fonctions",
                Map.of(
                        "lieu", kind == SiegeKind.SITE ? "site" : "salle",
                        "offertes", filled.size(),
                        "assurees", Textes.and(filled),
                        "possibles", possible.size(),
                        "accueillies", Textes.and(possible),
                        "conditions", met.size(),
                        "confirmees", Textes.and(met)));
    }

    private Stream<Sentence> toVerify() {
        List<String> unsure = names(Disponibilite.A_VERIFIER);
        return unsure.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        Sentence.kept("maire.a.verifier", Map.of("n", unsure.size(), "fonctions", Textes.and(unsure))));
    }

    private List<String> names(Disponibilite disponibilite) {
        return fonctions.stream()
                .filter(fonction -> fonction.getDisponibilite() == disponibilite)
                .map(fonction -> Textes.word("fonction", fonction.getFonction().name()))
                .toList();
    }

    private List<String> conditionsMet() {
        return fonctions.stream()
                .filter(fonction -> fonction.getDisponibilite() == Disponibilite.POSSIBLE)
                .flatMap(fonction -> fonction.getChecks().stream())
                .filter(check -> check.getReponse() == Reponse.OUI)
                .map(ConditionJugee::getCondition)
                .distinct()
                .map(condition -> Textes.word("condition", condition))
                .toList();
    }
}
