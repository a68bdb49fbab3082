package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field.ListFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists of known words, cut by what people put between them. Every item must be known, or is left out where the mapping says so. */
final class ListRepair implements Repair {

    private static final int LONGEST_LIST = 1_000;
    private static final Pattern CUTS = Pattern.compile("[|,;/+\\n\\r]");

    private final ListFormat format;
    private final boolean lenient;
    private final Vocabulary vocabulary;

    /** @param lenient whether items that are not known are left out */
    ListRepair(ListFormat format, boolean lenient) {
        this.format = format;
        this.lenient = lenient;
        this.vocabulary = new Vocabulary(format.itemEnum());
    }

    @Override
    public @Nullable RepairedText of(String cell) {
        if (cell.length() > LONGEST_LIST) {
            return null;
        }
        List<String> words = new ArrayList<>();
        boolean leftOut = false;
        for (String item : Items.of(CUTS.matcher(cell).replaceAll(format.delimiter()), format.delimiter())) {
            RepairedText word = vocabulary.read(item);
            if (word != null) {
                words.add(word.text());
            } else if (lenient) {
                leftOut = true;
            } else {
                return null;
            }
        }
        return words.isEmpty()
                ? null
                : new RepairedText(joined(words), leftOut ? Correction.INCONNU : correction(cell));
    }

    private String joined(List<String> words) {
        return String.join(format.delimiter(), words.stream().distinct().toList());
    }

    private Correction correction(String cell) {
        String others = cell.replace(format.delimiter(), "");
        return CUTS.matcher(others).find() ? Correction.LISTE : Correction.ACCENTS_CASSE;
    }
}
