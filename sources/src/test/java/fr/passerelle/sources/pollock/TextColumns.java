package fr.passerelle.sources.pollock;

import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.mapping.Formula;
import fr.passerelle.sources.mapping.HeaderSearch;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.mapping.Recipe;
import fr.passerelle.sources.table.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mappings that take each column of a file as it is. */
public final class TextColumns {

    private TextColumns() {}

    /** Of a file whose header, wherever it stands, names its columns. */
    public static Mapping named(List<String> targets, List<String> names, Reading reading) {
        return mapping(targets, names, HeaderSearch.FIND, reading);
    }

    /**
     * Of a file whose columns are taken in their order.
     *
     * @param headerLine line of its header, 0 for none
     */
    public static Mapping inOrder(List<String> targets, int headerLine, Reading reading) {
        List<String> places = targets.stream()
                .map(target -> "#" + (targets.indexOf(target) + 1))
                .toList();
        return mapping(targets, places, headerLine, reading);
    }

    private static Mapping mapping(List<String> targets, List<String> names, int headerLine, Reading reading) {
        Map<String, Formula> formulas = new LinkedHashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            Formula.From from = new Formula.From(List.of(HeaderSearch.clean(names.get(i))), false);
            formulas.put(targets.get(i), new Formula(from, List.of(), false, true));
        }
        Recipe recipe = new Recipe(
                formulas, null, null, null, null, "", false, false, false, List.of(), Map.of(), Forms.UNDECLARED);
        return new Mapping("textes", "textes", "textes", List.of(), reading, headerLine, recipe);
    }
}
