package fr.passerelle.sources.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of several words, as people write it. */
final class WordRepair implements Repair {

    private final Vocabulary vocabulary;

    WordRepair(List<String> words) {
        this.vocabulary = new Vocabulary(words);
    }

    @Override
    public @Nullable RepairedText of(String cell) {
        return cell.length() <= LONGEST ? vocabulary.read(cell) : null;
    }
}
