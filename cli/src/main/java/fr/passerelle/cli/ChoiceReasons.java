package fr.passerelle.cli;

import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Remplacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why an EPCI is treated as it is, a sentence a reason.
 *
 * @param waiting its five reasons; null where it does not wait
 */
record ChoiceReasons(Enveloppe answer, ChoixEpci choix, @Nullable MotifAttente waiting) {

    /** For machines. */
    record Json(String scenario, ChoixEpci choix, @Nullable MotifAttente attente, List<String> textes) {}

    /** Those of an EPCI; empty where the answer does not know it. */
    static Optional<ChoiceReasons> of(Enveloppe answer, String siren) {
        MotifAttente waiting = answer.getAttentes().stream()
                .filter(each -> each.getEpci().equals(siren))
                .findFirst()
                .orElse(null);
        return answer.getChoix().stream()
                .filter(each -> each.getEpci().equals(siren))
                .findFirst()
                .map(choix -> new ChoiceReasons(answer, choix, waiting));
    }

    Json json(String scenario) {
        return new Json(scenario, choix, waiting, lines());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(choix.getName() + " (" + choix.getEpci() + ") : "
                + EnveloppeWords.of(choix.getFinancement(), choix.getYear())
                + (choix.getAttend() ? ", attend." : "."));
        choix.getExclus().stream().map(ChoiceReasons::excluded).forEach(lines::add);
        if (waiting != null) {
            lines.addAll(List.of(
                    "1. " + replacement(waiting.getRemplacement()),
                    "2. " + credits(waiting.getCredits()),
                    "3. " + levers(waiting.getLeviers()),
                    "4. " + rows(waiting.getLignes()),
                    "5. " + nearness(waiting)));
        }
        return lines;
    }

    private static String excluded(ChoixExclu exclu) {
        return "Ne peut être choisie : " + EnveloppeWords.of(exclu.getFinancement(), null) + " ("
                + EnveloppeWords.of(exclu.getMotif()) + ").";
    }

    private String replacement(Remplacement forced) {
        if (!forced.getPossible()) {
            return "Aucun choix ne la tient sous ces crédits.";
        }
        Map<String, String> names =
                answer.getChoix().stream().collect(Collectors.toMap(ChoixEpci::getEpci, ChoixEpci::getName));
        String moves = forced.getDeplacements().stream()
                .map(move -> names.getOrDefault(move.getEpci(), move.getEpci()) + " (de "
                        + EnveloppeWords.of(move.getBefore(), move.getYearBefore()) + " à "
                        + EnveloppeWords.of(move.getAfter(), move.getYearAfter()) + ")")
                .collect(Collectors.joining(", "));
        return "Si elle était financée : " + (moves.isEmpty() ? "personne ne change" : moves) + " ; il resterait "
                + EnveloppeWords.levels(forced.getNiveaux()) + ".";
    }

    private static String credits(List<CreditManquant> missing) {
        return "Crédits de plus qui suffiraient, une année à la fois : "
                + missing.stream()
                        .map(each -> each.getYear() + ", "
                                + (each.getEuros() == null
                                        ? "aucun montant ne suffit"
                                        : CommandFrench.euros(each.getEuros())))
                        .collect(Collectors.joining(" ; "))
                + ".";
    }

    private static String levers(List<LevierEssaye> levers) {
        return "De son fait : " + levers.stream().map(ChoiceReasons::lever).collect(Collectors.joining(" ; ")) + ".";
    }

    private static String lever(LevierEssaye lever) {
        String what =
                switch (lever.getLevier()) {
                    case COUT ->
                        lever.getPerMille() == null
                                ? "des coûts plus bas"
                                : "des coûts plus bas de " + lever.getPerMille() + " pour mille";
                    case FONCTION -> "une fonction de plus";
                    case ANNEE_PLUS_TARD -> "ouvrir un an plus tard";
                };
        if (lever.getSansEffet()) {
            return what + " n'y changerait rien";
        }
        return what + (lever.getEntre() ? " suffirait" : " ne suffirait pas");
    }

    private static String rows(List<LigneLevee> rows) {
        List<String> binding =
                rows.stream().filter(LigneLevee::getEntre).map(ChoiceReasons::row).toList();
        return binding.isEmpty()
                ? "Aucune ligne levée seule ne la ferait entrer."
                : "La ferait entrer, levée seule : " + String.join(" ; ", binding) + ".";
    }

    private static String row(LigneLevee row) {
        if (row.getLine() != null) {
            return "le crédit " + EnveloppeWords.of(row.getLine()) + " de " + row.getYear();
        }
        return row.getDepartement() == null
                ? "la part en besoin élevé"
                : "le minimum du département " + row.getDepartement();
    }

    private static String nearness(MotifAttente waiting) {
        String near = waiting.getDansUnPourCent()
                ? "Un choix à moins de 1 % du meilleur la tient."
                : "Aucun choix à moins de 1 % du meilleur ne la tient.";
        return Stream.of(near, waiting.getRang() == null ? "" : "Rang d'entrée : " + waiting.getRang() + ".")
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
