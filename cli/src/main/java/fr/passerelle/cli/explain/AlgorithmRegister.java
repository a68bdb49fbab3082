package fr.passerelle.cli.explain;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.sheets.explanation.AlgorithmSheet;
import fr.passerelle.sheets.french.Mention;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sheet of the algorithm by the publication standard of the Dutch register of algorithms, 1.0: its fields, its lengths and its codes,
 * with the texts of the sheet, which are French.
 */
final class AlgorithmRegister {

    /** Most characters of its long texts. */
    private static final int LONG = 2_500;

    /** Most characters of how it works. */
    private static final int LONGEST = 5_000;

    private static final Pattern TITLE = Pattern.compile("(?m)^## ");

    private AlgorithmRegister() {}

    /** The entry, by the names of its fields. */
    static Map<String, Object> of(Bareme bareme, Mention mention) {
        Map<String, String> sheet = sections(AlgorithmSheet.of(bareme, mention));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", "Fréquentation et conversion des salles Picardie en ligne");
        entry.put(
                "description_short",
                "Note la fréquentation de salles informatiques publiques et propose, intercommunalité par"
                        + " intercommunalité, ce que chacune devient et ce que la Région finance. La Région décide.");
        entry.put("organization", "Région Hauts-de-France");
        entry.put("category", List.of("Ruimte en infrastructuur", "Overheidsfinanciën"));
        entry.put("status", "In ontwikkeling");
        entry.put("contact_email", mention.adresse());
        entry.put("publication_category", "Impactvolle algoritmes");
        explain(entry, sheet);
        legal(entry);
        entry.put("provider", "Intern ontwikkeld");
        entry.put("lang", "fra");
        entry.put("standard_version", "1.0");
        entry.put("source_id", bareme.id() + " " + bareme.sha256());
        entry.put("tags", "médiation numérique, tiers lieu, fréquentation, subvention, Picardie en ligne");
        return entry;
    }

    private static void explain(Map<String, Object> entry, Map<String, String> sheet) {
        entry.put("goal", said(sheet, "Finalité"));
        entry.put("proportionality", said(sheet, "Alternatives envisagées"));
        entry.put(
                "human_intervention",
                said(sheet, "Contribution à la décision", "Faire corriger, faire réexaminer, contester"));
        entry.put("risks", said(sheet, "Risques et ce qui les réduit"));
        entry.put("source_data", said(sheet, "Données traitées"));
        entry.put(
                "methods_and_models",
                cut(
                        "Un système de règles écrites, qui n'apprend rien.\n"
                                + joined(sheet, "Indicateurs de la fréquentation", "Opérations, dans l'ordre"),
                        LONGEST));
    }

    private static String said(Map<String, String> sheet, String... titles) {
        return cut(joined(sheet, titles), LONG);
    }

    /** @throws NullPointerException where the sheet has no section of such a title */
    private static String joined(Map<String, String> sheet, String... titles) {
        return Arrays.stream(titles)
                .map(title -> Objects.requireNonNull(sheet.get(title), title))
                .collect(Collectors.joining("\n"));
    }

    private static void legal(Map<String, Object> entry) {
        entry.put(
                "lawful_basis",
                "Règlement d'intervention de la Région ; transparence : articles L311-3-1 et L312-1-3 du code des"
                        + " relations entre le public et l'administration.");
        entry.put(
                "impacttoetsen",
                "Aucune donnée sur un visiteur n'entre dans le calcul. Les calendriers prennent, sous un identifiant"
                    + " sans nom, la commune de départ, les demi-journées et les absences des animateurs : à qui les"
                    + " emploie de dire si une analyse d'impact sur la protection des données est à faire.");
    }

    /** At the end of a line, with a mark where something is left out. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, text.lastIndexOf('\n', most - 2)) + "\n…";
    }

    /** What sections of the sheet say as plain text, by their titles. */
    private static Map<String, String> sections(String markdown) {
        Map<String, String> sections = new LinkedHashMap<>();
        TITLE.splitAsStream(markdown)
                .map(part -> part.split("\\n", 2))
                .forEach(part -> sections.put(part[0], text(part[1])));
        return sections;
    }

    /** A row of a table is a line, its cells apart by a colon. */
    private static String text(String section) {
        return section.replaceAll("(?m)^\\|[ :|-]+\\|$", "")
                .replaceAll("(?m)^\\| *(.*?) *\\|$", "$1.")
                .replaceAll(" *(?<!\\\\)\\| *", " : ")
                .replaceAll("(?m)^ +", "")
                .replaceAll("(?<![.:;\\n])\\n(?=[^\\n-])", " ")
                .replaceAll("\\n\\s*\\n", "\n")
                .replaceAll("\\*\\*|`", "")
                .strip();
    }
}
