package fr.passerelle.sources.cell;

import java.util.Map;

/** The forms of the texts of the Table Schemas, in words and by an example: a person who corrects a cell reads no pattern. */
final class TextForms {

    private static final Map<String, String> WORDS = Map.of(
            InseeRepair.PATTERN,
            "un code INSEE de cinq caractères, comme 02168,",
            SirenRepair.PATTERN,
            "un SIREN de neuf chiffres, comme 200071991,",
            "[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
            "un identifiant de 60 caractères au plus, d'abord une lettre ou un chiffre, puis lettres sans accent,"
                    + " chiffres, points et tirets, comme SALLE-012,",
            "[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}",
            "un identifiant de 100 caractères au plus, d'abord une lettre ou un chiffre, puis lettres sans accent,"
                    + " chiffres, points, tirets, deux-points et barres, comme 2017/03-0012,");

    private TextForms() {}

    /** What is expected of a text that a pattern describes, in French, to precede « est attendu ». */
    static String expectation(String pattern) {
        return WORDS.getOrDefault(pattern, "un texte d'une autre forme");
    }
}
