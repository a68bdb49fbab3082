package fr.passerelle.console.replay;

import fr.passerelle.console.operation.Wording;
import fr.passerelle.rules.explanation.text.Codes;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.ValeurChangee;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The codes of a change in French.
 *
 * @param names of rooms, sites and public places by identifier
 */
record ChangeWriter(Wording wording, Map<String, String> names) {

    private static final String UNKNOWN = "–";

    /** They have a table of their own. */
    private static final Set<String> AMOUNTS = Stream.concat(
                    Arrays.stream(AidLineName.values()).map(AidLineName::name), Stream.of(Euros.TOTAL))
            .collect(Collectors.toUnmodifiableSet());

    Change change(Changement change, String name) {
        String path = change.getType().equals("PLAN") ? "/intercommunalites/" : "/salles/";
        return new Change(
                name,
                path + change.getId(),
                wording.word("rejeux.nature", change.getNature().name()),
                change.getValues().stream()
                        .filter(value -> !AMOUNTS.contains(value.getWhat()))
                        .map(this::value)
                        .toList(),
                change.getCauses().stream().map(this::cause).findFirst().orElse(null));
    }

    private Change.Value value(ValeurChangee value) {
        return new Change.Value(
                wording.word("rejeux.quoi", value.getWhat()), words(value.getBefore()), words(value.getAfter()));
    }

    private String cause(CauseChangement cause) {
        String operand = cause.getOperand() == null ? "" : " (" + Codes.operand(cause.getOperand()) + ")";
        return rule(cause.getRule()) + operand + "\u00a0: " + words(cause.getBefore()) + " → " + words(cause.getAfter());
    }

    private static String rule(String code) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.name().equals(code))
                .map(Rule::title)
                .findFirst()
                .orElseGet(() -> Codes.outcome(code));
    }

    /** A code by its words, a place by its name, a number as it is; several, one after the other. */
    private String words(@Nullable String code) {
        return code == null ? UNKNOWN : Arrays.stream(code.split(", ")).map(this::word).collect(Collectors.joining(", "));
    }

    private String word(String code) {
        String bare = code.replaceFirst("^(room|site|place|epci|commune):", "");
        return switch (bare) {
            case "true" -> wording.say("rejeux.oui");
            case "false" -> wording.say("rejeux.non");
            default -> names.getOrDefault(bare, bare.matches("[A-Z]+(_[A-Z]+)*") ? Codes.outcome(bare) : bare);
        };
    }
}
