package fr.passerelle.sources.mapping;

import fr.passerelle.sources.mapping.Formula.Division;
import fr.passerelle.sources.reject.RejectReason;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Divides a text into items, translates each of them and makes a list of the table of them, each once. */
final class DivisionStep implements Step {

    private final Pattern marks;
    private final String delimiter;
    private final @Nullable Step words;

    /** @param words what is done to each item; null for nothing */
    DivisionStep(Division division, @Nullable Step words) {
        this.marks =
                Pattern.compile(division.marks().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        this.delimiter = division.delimiter();
        this.words = words;
    }

    @Override
    public @Nullable String apply(String text) {
        return items(text).anyMatch(item -> translated(item) == null) ? null : rest(text);
    }

    /** The items that can be translated. */
    @Override
    public String rest(String text) {
        return items(text)
                .<String>mapMulti((item, items) -> {
                    String word = translated(item);
                    if (word != null && !word.isEmpty()) {
                        items.accept(word);
                    }
                })
                .distinct()
                .collect(Collectors.joining(delimiter));
    }

    @Override
    public RejectReason reason() {
        return RejectReason.VALEUR;
    }

    @Override
    public String complaint() {
        return "une valeur de la liste n'est pas dans « traduire » ; ajoutez-l'y, ou corrigez la cellule";
    }

    private Stream<String> items(String text) {
        return Arrays.stream(marks.split(text, -1)).map(String::strip).filter(item -> !item.isEmpty());
    }

    private @Nullable String translated(String item) {
        return words == null ? item : words.apply(item);
    }
}
