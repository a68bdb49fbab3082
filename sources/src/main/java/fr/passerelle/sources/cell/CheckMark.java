package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Field.BooleanWords;
import java.util.List;
import java.util.Set;

/** Reads columns of a file that a mapping says are check boxes: a cross, or yes and no as people write them. */
public final class CheckMark {
    private static final BooleanWords YES_NO = new BooleanWords(List.of("oui"), List.of("non"));
    private static final Set<String> CROSSES = Set.of("x", "✓", "✔");

    private final Vocabulary.YesNoRepair words;

    /** @param forms whether figures are declared to be yes and no */
    public CheckMark(Forms forms) {
        this.words = new Vocabulary.YesNoRepair(YES_NO, forms);
    }

    /** What a box says. */
    public enum State {
        /** It is checked. */
        CHECKED,
        /** It is not, or says that there is nothing. */
        UNCHECKED,
        /** It says something else. */
        UNREADABLE
    }

    /** What a cell that is not empty says. */
    public State of(String cell) {
        if (CROSSES.contains(CellText.folded(cell))) {
            return State.CHECKED;
        }
        RepairedText word = words.of(cell);
        if (word != null) {
            return word.text().equals("oui") ? State.CHECKED : State.UNCHECKED;
        }
        return CellText.isMissing(cell) ? State.UNCHECKED : State.UNREADABLE;
    }
}
