package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.financing.Decision;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is missing, so that the conclusion is only as sure as that: months, indicators, functions to verify, costs.
 *
 * @param alone whether it is told of that room only
 */
record MissingPart(Dossier dossier, Optional<String> room, boolean alone) {

    String text() {
        List<String> missing = Stream.of(
                        room.flatMap(dossier::score).stream().flatMap(this::months),
                        alone ? Stream.<String>empty() : others(),
                        functions(),
                        costs())
                .flatMap(part -> part)
                .toList();
        return missing.isEmpty() ? Textes.say("pages.manque.rien") : String.join(" ", missing);
    }

    private Stream<String> months(Frequentation score) {
        Map<String, Object> figures = ScoreFigures.of(score);
        figures.put("n", score.getMonthsOpen() - score.getMonthsObserved());
        figures.put("salle", dossier.name(score.getRoomId()));
        List<String> unknown = score.getIndicateurs().stream()
                .filter(one -> one.getUnavailable() != null)
                .map(one -> Textes.word("indicateur", one.getName().name()))
                .toList();
        return Stream.of(
                        said("pages.manque.mois", figures, score.getMonthsOpen() > score.getMonthsObserved()),
                        said(
                                "pages.manque.indicateurs",
                                Map.of("n", unknown.size(), "indicateurs", Textes.and(unknown)),
                                !unknown.isEmpty()))
                .flatMap(part -> part);
    }

    private Stream<String> others() {
        return Stream.concat(
                rooms("pages.manque.releves", dossier.plan().getDonneesInsuffisantes()),
                rooms("pages.manque.instruire", dossier.plan().getAInstruire()));
    }

    private static Stream<String> rooms(String key, int number) {
        return said(key, Map.of("n", number), number > 0);
    }

    /** Of the seat proposed; else of the room that is told. */
    private Stream<String> functions() {
        Siege seat = dossier.plan().getSiege();
        List<FonctionJugee> judged = seat == null || alone
                ? room.flatMap(dossier::conversion)
                        .map(conversion -> conversion.getFonctions())
                        .orElse(List.of())
                : dossier.fonctions(seat);
        List<String> unsure = judged.stream()
                .filter(fonction -> fonction.getDisponibilite() == Disponibilite.A_VERIFIER)
                .map(fonction -> Textes.word("fonction", fonction.getFonction().name()))
                .toList();
        return said("maire.a.verifier", Map.of("n", unsure.size(), "fonctions", Textes.and(unsure)), !unsure.isEmpty());
    }

    private Stream<String> costs() {
        List<AidLine> lines = dossier.plan().getAid().stream()
                .filter(Decision.COUT_INCONNU::of)
                .toList();
        String names = lines.stream()
                .map(line -> Textes.word("ligne", line.getLine().name()))
                .collect(Collectors.joining(" ; "));
        return said("pages.manque.couts", Map.of("n", lines.size(), "lignes", names), !lines.isEmpty());
    }

    private static Stream<String> said(String key, Map<String, ?> arguments, boolean holds) {
        return holds ? Stream.of(Textes.say(key, arguments)) : Stream.empty();
    }
}
