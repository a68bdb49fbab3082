package fr.passerelle.cli;

import fr.passerelle.cli.check.FileFacts;
import fr.passerelle.sources.table.RawTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file is, in one line. */
final class TraitsText {

    private TraitsText() {}

    static String of(FileFacts file) {
        RawTable.Traits traits = file.traits();
        List<String> parts = new ArrayList<>(List.of(traits.kind()));
        add(parts, traits.charset());
        add(parts, said("séparateur ", sign(traits.separator())));
        add(parts, usual(traits.quote()) ? null : said("guillemet ", sign(traits.quote())));
        add(parts, said("échappement ", sign(traits.escape())));
        add(parts, said("fins de ligne ", traits.lineEnd()));
        add(parts, traits.sheet() == null ? null : "feuille « " + traits.sheet() + " »");
        parts.add(file.headerLine() == 0 ? "sans en-tête" : "en-tête à la ligne " + file.headerLine());
        return String.join(", ", parts);
    }

    private static boolean usual(@Nullable Character quote) {
        return quote == null || quote == '"';
    }

    private static void add(List<String> parts, @Nullable String part) {
        if (part != null) {
            parts.add(part);
        }
    }

    private static @Nullable String said(String what, @Nullable String value) {
        return value == null ? null : what + value;
    }

    private static @Nullable String sign(@Nullable Character sign) {
        if (sign == null) {
            return null;
        }
        return sign == '\t' ? "tabulation" : "« " + sign + " »";
    }
}
