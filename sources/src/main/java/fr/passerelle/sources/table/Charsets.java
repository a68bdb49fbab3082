package fr.passerelle.sources.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** The charsets that a file may be declared to be in. */
public final class Charsets {

    /** Their names, as a mapping writes them; case does not matter. */
    public static final List<String> NAMES = List.of(
            "UTF-8",
            "UTF-16",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1252",
            "ISO-8859-1",
            "ISO-8859-15",
            "MacRoman",
            "CP850");

    private static final String MAC_ROMAN = "MacRoman";

    private Charsets() {}

    /** Whether a name is one of {@link #NAMES}. */
    public static boolean isKnown(String declared) {
        return named(declared).isPresent();
    }

    static Optional<Charset> named(String declared) {
        return NAMES.stream()
                .filter(name -> name.equalsIgnoreCase(declared.strip()))
                .findFirst()
                .map(name -> Charset.forName(name.equals(MAC_ROMAN) ? "x-MacRoman" : name));
    }
}
