package fr.passerelle.batch.source.cell;

import fr.passerelle.schemas.table.Field.ListFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists of known words, cut by what people put between them. Every item must be known. */
final class ListRepair implements Repair {

    private static final int LONGEST_LIST = 1_000;
    private static final Pattern CUTS = Pattern.compile("[|,;/+\\n\\r]");

    private final ListFormat format;
    private final Vocabulary vocabulary;

    ListRepair(ListFormat format) {
        this.format = format;
        this.vocabulary = new Vocabulary(format.itemEnum());
    }

    @Override
    public @Nullable Repaired of(String cell) {
        if (cell.length() > LONGEST_LIST) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (String item : Items.of(CUTS.matcher(cell).replaceAll(format.delimiter()), format.delimiter())) {
            Repaired word = vocabulary.read(item);
            if (word == null) {
                return null;
            }
            words.add(word.text());
        }
        return words.isEmpty() ? null : new Repaired(joined(words), correction(cell));
    }

    private String joined(List<String> words) {
        return String.join(format.delimiter(), words.stream().distinct().toList());
    }

    private Correction correction(String cell) {
        String others = cell.replace(format.delimiter(), "");
        return CUTS.matcher(others).find() ? Correction.LISTE : Correction.ACCENTS_CASSE;
    }
}
