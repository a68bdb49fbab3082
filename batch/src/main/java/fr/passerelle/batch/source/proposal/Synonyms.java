package fr.passerelle.batch.source.proposal;

import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of a table by the headers that people give them: its own names and titles, and the list shipped with the program. */
final class Synonyms {

    /** The key of a mapping for one column that says the whole period. */
    static final String PERIOD = "periode";

    private static final String LIST = "/mapping/synonymes.txt";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern COUNT = Pattern.compile("^(?:nb|nbr|nbre|nombre)(?: de| des| d)? (?=.)");

    private final Map<String, String> columns = new HashMap<>();

    Synonyms(TableSchema schema) {
        lines().stream().filter(line -> line.startsWith(schema.name() + ".")).forEach(this::line);
        for (Field field : schema.fields()) {
            columns.put(plain(field.title()), field.name());
            columns.put(plain(field.name()), field.name());
        }
    }

    /** The column that a header stands for; null for none. */
    @Nullable
    String column(String header) {
        String plain = plain(header);
        String exact = columns.get(plain);
        return exact == null ? columns.get(COUNT.matcher(plain).replaceFirst("")) : exact;
    }

    /** Lower case, without accents; one space for all that is neither letter nor digit. */
    static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private void line(String line) {
        String[] sides = line.split("=", 2);
        String column = sides[0].strip().replaceFirst("^[a-z]+\\.", "");
        for (String synonym : sides[1].split(",", -1)) {
            columns.put(synonym.strip(), column);
        }
    }

    private static List<String> lines() {
        try (InputStream in = Synonyms.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its list " + LIST);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> line.contains("="))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
