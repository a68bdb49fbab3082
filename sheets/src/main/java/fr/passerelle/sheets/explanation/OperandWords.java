package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Quantities;
import fr.passerelle.sheets.french.Textes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a rule looked at, and what came out, in French. */
public record OperandWords(SubjectNames subjects) {

    /** Texts of these are what people wrote, or identifiers: no code to translate. */
    private static final Set<String> AS_WRITTEN =
            Set.of("acte", "epci", "epci_notifie", "porteur", "tiers_lieu_existant");

    private static final Set<String> COMMUNES = Set.of("commune", "groupe");
    private static final Pattern BOUNDS = Pattern.compile("(\\d+)-(\\d+)");

    /** Each by its name: « seuil : 50 points ; note : 68 points ». */
    String all(List<Operande> operands) {
        return operands.stream().map(this::named).collect(Collectors.joining(" ; "));
    }

    /** What came out of a rule: a number, a subject, or a code. */
    String outcome(RegleEssayee step) {
        String outcome = step.getOutcome();
        Matcher bounds = BOUNDS.matcher(outcome);
        if (step.getRule().equals("POPULATION_DESSERVIE") && step.getOn().startsWith("commune:")) {
            return subjects.commune(outcome);
        }
        return bounds.matches()
                ? Textes.say("de.a", Map.of("de", bounds.group(1), "a", bounds.group(2)))
                : Quantities.outcome(outcome);
    }

    private String named(Operande operand) {
        return Textes.say("operande.dit", Map.of("nom", Codes.operand(name(operand)), "valeur", value(operand)));
    }

    /** A group of rooms is named by its commune, one of people by how many they are. */
    private static String name(Operande operand) {
        return operand.getName().equals("groupe") && operand.getAmount() != null
                ? "groupe_de_personnes"
                : operand.getName();
    }

    private String value(Operande operand) {
        String text = operand.getText();
        return text == null
                ? Quantities.of(operand.getAmount(), operand.getUnit())
                : text(operand.getName(), text, operand.getUnit());
    }

    private String text(String name, String text, Unite unit) {
        if (AS_WRITTEN.contains(name)) {
            return text;
        }
        if (COMMUNES.contains(name)) {
            return subjects.commune(text);
        }
        if (name.equals("salle")) {
            return subjects.of("room:" + text);
        }
        return switch (unit) {
            case DATE -> Months.day(LocalDate.parse(text));
            case CODE, OUI_NON -> Textes.word("issue", subjects.of(text));
            default -> text;
        };
    }
}
