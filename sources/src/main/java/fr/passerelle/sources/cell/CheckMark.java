package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Field.BooleanWords;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads columns of a file that a mapping says are check boxes: a cross, or yes and no as people write them. */
public final class CheckMark {
    private static final BooleanWords YES_NO = new BooleanWords(List.of("oui"), List.of("non"));
    private static final Set<String> CROSSES = Set.of("x", "✓", "✔");

    private final Vocabulary.YesNoRepair words;

    /** @param forms whether figures are declared to be yes and no */
    public CheckMark(Forms forms) {
        this.words = new Vocabulary.YesNoRepair(YES_NO, forms);
    }

    /** Whether a box is checked, by a cell that is not empty; null where it says neither that it is nor that it is not. */
    public @Nullable Boolean of(String cell) {
        if (CROSSES.contains(CellText.folded(cell))) {
            return true;
        }
        RepairedText word = words.of(cell);
        if (word != null) {
            return word.text().equals("oui");
        }
        return CellText.isMissing(cell) ? Boolean.FALSE : null;
    }
}
