package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.bareme.Parameters;
import fr.passerelle.schemas.bareme.Parameters.Parameter;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.french.Mention;
import fr.passerelle.sheets.french.ParameterLine;
import fr.passerelle.sheets.french.Textes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public sheet of the algorithm (article L312-1-3 of the CRPA): made from a barème and from the code's own list of rules. */
public final class AlgorithmSheet {

    private AlgorithmSheet() {}

    /** The sheet, in Markdown, with who answers questions and where, as configured. */
    public static String of(Bareme bareme, Mention mention) {
        String sheet = Document.resourceText("fiche-algorithme.md");
        for (Map.Entry<String, String> part : parts(bareme, mention).entrySet()) {
            sheet = sheet.replace("{{" + part.getKey() + "}}", part.getValue());
        }
        return sheet;
    }

    /** The rules, in the order in which they apply. */
    public static List<RuleSaid> rules() {
        return Arrays.stream(Rule.values())
                .map(rule -> new RuleSaid(rule.name(), rule.title()))
                .toList();
    }

    /** A rule: its stable code, and what it says, in French. */
    public record RuleSaid(String code, String titre) {}

    private static Map<String, String> parts(Bareme bareme, Mention mention) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("bareme", bareme.id());
        parts.put(
                "nature", bareme.isIllustration() ? " **Ce barème est une illustration : rien n'en a été voté.**" : "");
        parts.put("service", cell(mention.service()));
        parts.put("adresse", cell(mention.adresse()));
        parts.put("titre", cell(bareme.title()));
        parts.put("date", bareme.inForce().toString());
        parts.put("empreinte", bareme.sha256());
        parts.put(
                "indicateurs", lines(bareme.jeuDeRegles().indicateurs().stream().map(AlgorithmSheet::row)));
        parts.put("regles", lines(Arrays.stream(Rule.values()).map(AlgorithmSheet::row)));
        parts.put("parametres", lines(Parameters.of(bareme).stream().map(AlgorithmSheet::row)));
        return parts;
    }

    private static String row(IndicateurRule rule) {
        String scale = rule.scale().stream()
                .map(point ->
                        point.value().toPlainString() + " → " + point.points().toPlainString())
                .collect(Collectors.joining(" ; "));
        return row(
                PlainText.capital(Textes.word("indicateur", rule.name())),
                Textes.typed("definition." + rule.name()),
                Integer.toString(rule.weight()),
                scale,
                code(rule.name().name()));
    }

    private static String row(Rule rule) {
        return row(rule.title(), code(rule.name()));
    }

    private static String row(Parameter parameter) {
        ParameterLine line = ParameterLine.of(parameter);
        return row(line.name(), line.value(), line.source(), code(parameter.path()));
    }

    private static String code(String code) {
        return "`" + code + "`";
    }

    private static String row(String... cells) {
        return Arrays.stream(cells).map(AlgorithmSheet::cell).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A bar would end the cell, a line break the table. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\R", " ");
    }

    private static String lines(Stream<String> rows) {
        return rows.collect(Collectors.joining("\n"));
    }
}
