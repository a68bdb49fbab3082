package fr.passerelle.cli.dataset;

import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an act gave to an EPCI.
 *
 * @param name of the EPCI
 * @param exercise whether nothing was given at all: the data are made up, or the barème was not voted
 */
record Subvention(DecisionRecorded decision, String name, boolean exercise) {

    private static final String RUNNING = "FONCTIONNEMENT_";

    /** Euros of all lines. */
    BigDecimal amount() {
        return aids().stream().map(AideNotifiee::getAid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is aided, in French. */
    String purpose() {
        Set<String> lines = new LinkedHashSet<>();
        aids().forEach(aid -> lines.add(said(aid.getLine())));
        return (exercise ? "EXERCICE, rien n'a été attribué : tiers lieu numérique, " : "Tiers lieu numérique : ")
                + String.join(", ", lines);
    }

    /** Years that it is paid over: those of the running that it aids, else one. */
    int years() {
        return aids().stream()
                .map(AideNotifiee::getLine)
                .filter(line -> line.startsWith(RUNNING))
                .mapToInt(line -> Integer.parseInt(line.substring(RUNNING.length())))
                .max()
                .orElse(1);
    }

    /** From the act to the end of these years, as ISO 8601 writes it. */
    String period() {
        return decision.getDecidedOn() + "/"
                + decision.getDecidedOn().plusYears(years()).minusDays(1);
    }

    private List<AideNotifiee> aids() {
        return decision.getAid().stream()
                .filter(aid -> aid.getAid().signum() > 0)
                .toList();
    }

    private static String said(String line) {
        return switch (line) {
            case "ETUDE" -> "étude";
            case "INVESTISSEMENT" -> "investissement";
            default -> "animation";
        };
    }
}
