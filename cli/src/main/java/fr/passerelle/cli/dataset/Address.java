package fr.passerelle.cli.dataset;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address as the national standard's own library takes it. */
final class Address {

    /** Whatever that library refuses in a street. */
    private static final Pattern REFUSED = Pattern.compile("[^0-9A-Za-zÀ-ÖØ-öø-ÿœ-ŸŒ\\-,()°.&:+–|;'’/\\s]+");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Address() {}

    static String street(String text) {
        String kept = SPACES.matcher(REFUSED.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return kept.isEmpty() ? "Adresse non connue" : kept;
    }

    /** The code that the address names, if it is one of the commune's; else the first of these, null where there are none. */
    static @Nullable String postalCode(@Nullable String address, List<String> codes) {
        return codes.stream()
                .filter(code -> address != null && address.contains(code))
                .findFirst()
                .orElse(codes.isEmpty() ? null : codes.getFirst());
    }
}
