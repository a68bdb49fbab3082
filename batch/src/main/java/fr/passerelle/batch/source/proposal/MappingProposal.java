package fr.passerelle.batch.source.proposal;

import fr.passerelle.batch.source.mapping.MonthForms;
import fr.passerelle.batch.source.person.PersonColumns;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Proposes a mapping for a file. What is not sure is said in a comment, « à vérifier ». */
public final class MappingProposal {

    private static final Set<String> OF_PERIOD = Set.of("periode_debut", "periode_fin", "grain");

    private final Look look;
    private final TableSchema schema;
    private final @Nullable String months;
    private final Set<Integer> wide = new HashSet<>();
    private final Map<String, Integer> targets = new LinkedHashMap<>();

    private MappingProposal(Look look, @Nullable TableSchema table) {
        this.look = look;
        this.schema = table == null ? guess(look.headers()) : table;
        this.months = schema.name().equals("frequentation")
                ? MonthForms.of(look.headers()).orElse(null)
                : null;
        spread();
        match();
        settlePeriod();
    }

    /**
     * The text of a mapping for a file, in French. Where the file lacks what its table requires, the text says what to fill in.
     *
     * @param file read from end to end
     * @param name what the file is called in messages
     * @param table its table; null to guess it by its headers
     * @throws fr.passerelle.batch.source.reject.UnusableFile when the file cannot be read, or is empty
     */
    public static String of(Path file, String name, @Nullable TableSchema table) {
        MappingProposal proposal = new MappingProposal(Look.at(file, name), table);
        return new MappingText(
                        proposal.look, proposal.schema, proposal.targets, proposal.wide, proposal.months, table == null)
                .write(String.valueOf(file.getFileName()));
    }

    private static TableSchema guess(List<String> headers) {
        if (MonthForms.of(headers).isPresent()) {
            return TableSchema.frequentation();
        }
        // of tables with as many columns in common the first one is kept
        return Stream.of(
                        TableSchema.intercommunalites(),
                        TableSchema.salles(),
                        TableSchema.frequentation(),
                        TableSchema.sites(),
                        TableSchema.territoires())
                .max(Comparator.comparingLong(table -> common(new Synonyms(table), headers)))
                .orElseThrow();
    }

    private static long common(Synonyms synonyms, List<String> headers) {
        return headers.stream()
                .flatMap(header -> Stream.ofNullable(synonyms.column(header)))
                .distinct()
                .count();
    }

    private void spread() {
        if (months != null) {
            List<String> names = MonthForms.months(months, look.headers());
            for (int i = 0; i < look.headers().size(); i++) {
                if (names.contains(look.headers().get(i))) {
                    wide.add(i);
                }
            }
        }
    }

    /** Columns called as the table calls them come before synonyms. */
    private void match() {
        Synonyms synonyms = new Synonyms(schema);
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < look.headers().size(); i++) {
            String header = look.headers().get(i);
            if (schema.field(header).isPresent()) {
                targets.putIfAbsent(header, i);
            } else if (!wide.contains(i) && !PersonColumns.byHeader(header)) {
                free.add(i);
            }
        }
        for (int place : free) {
            String column = synonyms.column(look.headers().get(place));
            if (column != null) {
                targets.putIfAbsent(column, place);
            }
        }
    }

    /** A period is said once: by months, by two columns, or by one. */
    private void settlePeriod() {
        if (months != null) {
            targets.keySet().removeAll(Set.of("presences", "id_releve", Synonyms.PERIOD));
            targets.keySet().removeAll(OF_PERIOD);
        } else if (targets.containsKey("periode_debut") && targets.containsKey("periode_fin")) {
            targets.remove(Synonyms.PERIOD);
        } else if (targets.containsKey(Synonyms.PERIOD)) {
            targets.keySet().removeAll(OF_PERIOD);
        }
    }

    /** Whether a column counts or measures something. */
    static boolean isNumber(Field field) {
        return field.type() == Field.Type.NUMBER || field.type() == Field.Type.INTEGER;
    }
}
