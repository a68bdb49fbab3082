package fr.passerelle.published.place;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/** The order of names, as French sorts them: an accent weighs less than a letter. */
public final class NameOrder {

    private static final Collator FRENCH = Collator.getInstance(Locale.FRANCE);

    private NameOrder() {}

    /** Of things by their names; those whose names French sorts alike, by their identifiers. */
    public static <T> Comparator<T> by(Function<T, String> name, Function<T, String> id) {
        return Comparator.comparing(name, FRENCH::compare).thenComparing(id);
    }

    /** What a name is sorted by, worked out once: comparing French words letter by letter is slow. */
    public static CollationKey key(String name) {
        return FRENCH.getCollationKey(name);
    }
}
