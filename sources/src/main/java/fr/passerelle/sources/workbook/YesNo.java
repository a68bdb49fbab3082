package fr.passerelle.sources.workbook;

import org.jspecify.annotations.Nullable;

/** Booleans in the words of our tables: a sheet that shows VRAI says {@code oui}, one that shows FAUX says {@code non}. */
final class YesNo {

    private YesNo() {}

    static @Nullable String of(@Nullable String value) {
        return switch (value == null ? "" : value) {
            case "1", "true" -> "oui";
            case "0", "false" -> "non";
            default -> null;
        };
    }
}
