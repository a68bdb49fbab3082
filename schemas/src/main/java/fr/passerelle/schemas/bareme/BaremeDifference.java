package fr.passerelle.schemas.bareme;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value that two barèmes do not share.
 *
 * @param path as {@link Parameter#path}
 * @param before value in the first; null where it has none
 * @param after value in the second; null where it has none
 */
public record BaremeDifference(
        String path, @Nullable String before, @Nullable String after) {

    private static final String NUMBER = "-?[0-9]+([.][0-9]+)?";

    /** The values that differ, in the order of the first, then those that only the second has. 0.5 and 0.50 are one value. */
    public static List<BaremeDifference> between(Bareme first, Bareme second) {
        Map<String, String> before = values(first);
        Map<String, String> after = values(second);
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .map(path -> new BaremeDifference(path, before.get(path), after.get(path)))
                .filter(BaremeDifference::differs)
                .toList();
    }

    private boolean differs() {
        return before == null || after == null || !normal(before).equals(normal(after));
    }

    private static String normal(String value) {
        return Stream.of(value.split(" "))
                .map(word -> word.matches(NUMBER)
                        ? new BigDecimal(word).stripTrailingZeros().toPlainString()
                        : word)
                .reduce("", (left, right) -> left + ' ' + right);
    }

    private static Map<String, String> values(Bareme bareme) {
        Map<String, String> values = new LinkedHashMap<>();
        Parameters.of(bareme)
                .forEach(parameter -> values.put(parameter.path(), Objects.requireNonNull(parameter.value())));
        return values;
    }
}
