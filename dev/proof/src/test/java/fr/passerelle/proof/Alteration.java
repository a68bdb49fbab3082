package fr.passerelle.proof;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A counterfactual, as the event of a plan tells it.
 *
 * @param epci SIREN of the plan
 * @param told its record
 */
record Alteration(String epci, JsonNode told) {

    String levier() {
        return text("levier");
    }

    /** Identifier of its room or site: those of the demonstration do not meet. */
    String place() {
        String on = text("on");
        return on.substring(on.indexOf(':') + 1);
    }

    List<String> items() {
        return told.get("items").valueStream().map(JsonNode::asString).toList();
    }

    List<JsonNode> operands() {
        return told.get("operands").valueStream().toList();
    }

    /** A number of an operand, in plain digits; empty where it is not known. */
    String figure(String operand) {
        return operands().stream()
                .filter(each -> each.get("name").asString().equals(operand))
                .map(Alteration::cell)
                .findFirst()
                .orElseThrow();
    }

    /** What an input would write for an operand: its number, or yes or no in lower case. */
    static String cell(JsonNode operand) {
        if (!operand.get("amount").isNull()) {
            return new BigDecimal(operand.get("amount").asString())
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return operand.get("text").isNull()
                ? ""
                : operand.get("text").asString().toLowerCase(Locale.ROOT);
    }

    boolean isOf(Set<String> levers) {
        return levers.contains(levier());
    }

    /** What it says that the conclusion becomes: seat, then candidature. */
    List<String> after() {
        return List.of(text("seat_after"), text("after"));
    }

    /** The same of a plan, as it is now. */
    List<String> in(JsonNode plan) {
        return List.of(orNone(plan.get("tiers_lieu")), standing(plan));
    }

    private String standing(JsonNode plan) {
        return plan.get("candidates")
                .valueStream()
                .filter(candidate -> candidate.get("siege").get("id").asString().equals(place()))
                .map(candidate -> orNone(candidate.get("candidature")))
                .findFirst()
                .orElseThrow();
    }

    private String text(String field) {
        return orNone(told.get(field));
    }

    private static String orNone(JsonNode node) {
        return node.isNull() ? "none" : node.asString();
    }
}
