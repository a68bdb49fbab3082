package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.Textes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rule that decided, with what it looked at; where no place was a candidate, what kept the rooms from it. */
record DecidingRule(Dossier dossier, ExplanationFocus focus) {

    private static final String NO_CANDIDATE = "AUCUNE_CANDIDATE";

    /** What compares two places takes eleven; a tie of many would fill the page. */
    private static final int LOOKED_AT = 12;

    Stream<Block> blocks() {
        return focus.decision().stream()
                .flatMap(step -> step.getOutcome().equals(NO_CANDIDATE) ? rooms() : Stream.of(concluded(step)))
                .map(Block.Paragraph::new);
    }

    /** Between places in a sentence, as a maire reads it; else with what the rule looked at. */
    private String concluded(RegleEssayee step) {
        if (focus.alone()) {
            return said(step);
        }
        return MaireText.precedence(dossier)
                .map(sentence -> named(step, sentence))
                .orElseGet(() -> dossier.plan().getExAequo().isEmpty()
                        ? said(step)
                        : named(step, Textes.say("pages.regle.egaux")));
    }

    private static String named(RegleEssayee step, String sentence) {
        return Textes.say("pages.regle.phrase", Map.of("regle", Codes.rule(step.getRule()), "phrase", sentence));
    }

    private String said(RegleEssayee step) {
        OperandWords words = new OperandWords(new SubjectNames(dossier));
        return Textes.say(
                "pages.regle.texte",
                Map.of(
                        "regle", Codes.rule(step.getRule()),
                        "regarde",
                                words.all(step.getOperands().stream()
                                        .limit(LOOKED_AT)
                                        .toList()),
                        "issue", words.outcome(step)));
    }

    /** The first rule that stood against each, counted. */
    private Stream<String> rooms() {
        Map<String, Long> counted = dossier.conversions().stream()
                .flatMap(conversion -> conversion.getTrace().stream()
                        .filter(RegleEssayee::getDecides)
                        .limit(1))
                .collect(Collectors.groupingBy(RegleEssayee::getRule, LinkedHashMap::new, Collectors.counting()));
        return Stream.concat(
                Stream.of(Textes.say("pages.regle.aucune")),
                counted.entrySet().stream()
                        .map(one -> Textes.say(
                                "pages.regle.salles", Map.of("regle", Codes.rule(one.getKey()), "n", one.getValue()))));
    }
}
