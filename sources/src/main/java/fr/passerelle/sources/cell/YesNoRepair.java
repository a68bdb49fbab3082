package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Field.BooleanWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Yes and no as people write them. A figure is only one of them where it is declared: elsewhere it may be a count. */
final class YesNoRepair implements Repair {

    private final String yes;
    private final String no;
    private final boolean digits;
    private final Vocabulary vocabulary;

    YesNoRepair(BooleanWords words, Forms forms) {
        this.yes = words.trueValues().getFirst();
        this.no = words.falseValues().getFirst();
        this.digits = forms.digits();
        this.vocabulary = new Vocabulary(List.of(yes, no));
    }

    @Override
    public @Nullable RepairedText of(String cell) {
        if (digits && (cell.equals("1") || cell.equals("0"))) {
            return new RepairedText(cell.equals("1") ? yes : no, null);
        }
        return cell.length() <= LONGEST ? vocabulary.read(cell) : null;
    }

    @Override
    public String advice(String cell) {
        return cell.equals("1") || cell.equals("0") ? " Si 1 veut dire oui et 0 non, déclarez-le dans le mapping." : "";
    }
}
