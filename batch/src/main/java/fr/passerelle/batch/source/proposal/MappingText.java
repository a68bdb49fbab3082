package fr.passerelle.batch.source.proposal;

import fr.passerelle.batch.source.person.PersonColumns;
import fr.passerelle.batch.source.person.SafeWords;
import fr.passerelle.batch.source.table.Traits;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a proposal.
 *
 * @param targets place of the column of the file by column of the table, or by {@link Synonyms#PERIOD}
 * @param wide places of the columns that are months
 * @param months form of their headers; null where there are none
 * @param guessed whether the table is a guess
 */
record MappingText(
        Look look,
        TableSchema schema,
        Map<String, Integer> targets,
        Set<Integer> wide,
        @Nullable String months,
        boolean guessed) {

    private static final String DOUBT = "  # à vérifier";
    private static final int LAST_HEADER_LINE = 1000;
    private static final Map<String, String> USUAL =
            Map.of("etat", "OUVERT", "activite", "ACCES_LIBRE", "gestion", "REGION", "grain", "MOIS");

    String write(String fileName) {
        List<String> lines = new ArrayList<>();
        lines.add("# Proposition : relisez-la, surtout ce qui est marqué « à vérifier », puis essayez-la :");
        lines.add("#   ./passerelle check FICHIER --mapping CE_MAPPING");
        lines.add("mapping: " + Names.quoted(Names.source(fileName)));
        lines.add("table: " + schema.name() + (guessed ? DOUBT : ""));
        lines.add("fichiers: [" + Names.quoted(Names.files(fileName)) + "]" + DOUBT);
        lines.add("lecture: {" + String.join(", ", reading()) + "}");
        columns(lines);
        period(lines);
        forms(lines);
        totals(lines);
        ignored(lines);
        return String.join("\n", lines) + "\n";
    }

    private List<String> reading() {
        Traits traits = look.traits();
        List<String> parts = new ArrayList<>();
        if (traits.charset() != null) {
            parts.add("charset: " + traits.charset());
        }
        if (traits.separator() != null) {
            parts.add("separateur: " + sign(traits.separator()));
        }
        if (traits.quote() != null && traits.quote() != '"') {
            parts.add("guillemet: " + sign(traits.quote()));
        }
        if (traits.escape() != null) {
            parts.add("echappement: " + sign(traits.escape()));
        }
        if (traits.sheet() != null && SafeWords.areSafe(traits.sheet())) {
            parts.add("feuille: " + Names.quoted(traits.sheet()));
        }
        if (look.headerLine() <= LAST_HEADER_LINE) {
            parts.add("entete: " + look.headerLine());
        }
        return parts;
    }

    private static String sign(char sign) {
        return sign == '\t' ? "tabulation" : Names.quoted(String.valueOf(sign));
    }

    private void columns(List<String> lines) {
        lines.add("colonnes:");
        for (Field field : schema.fields()) {
            Integer place = targets.get(field.name());
            if (place != null) {
                lines.add("  " + field.name() + ": " + name(place));
            } else if (field.constraints().required() && !saidByPeriod(field.name())) {
                lines.add(lacking(field.name()));
            }
        }
    }

    private boolean saidByPeriod(String column) {
        boolean period = months != null || targets.containsKey(Synonyms.PERIOD);
        return period && Set.of("periode_debut", "periode_fin", "grain").contains(column);
    }

    private static String lacking(String column) {
        String usual = USUAL.get(column);
        return usual == null
                ? "  # " + column + ": à remplir, cette colonne est obligatoire"
                : "  " + column + ": {constante: " + usual + "}" + DOUBT;
    }

    private void period(List<String> lines) {
        Integer place = targets.get(Synonyms.PERIOD);
        if (place != null) {
            lines.add("periode: " + name(place) + DOUBT);
        }
        if (months != null) {
            lines.add("mois_en_colonnes: {vers: presences, colonnes: " + months + "}" + DOUBT);
        }
    }

    private void forms(List<String> lines) {
        ColumnLook days = look(this::isDay);
        if (!days.dateForms().isEmpty()) {
            lines.add("dates: [" + String.join(", ", days.dateForms()) + "]" + (days.isDayInDoubt() ? DOUBT : ""));
        }
        ColumnLook numbers = look(this::isNumber);
        if (numbers.hasComma()) {
            boolean doubt = numbers.hasPoint();
            lines.add((doubt ? "# " : "") + "nombres: {decimale: \",\"}" + (doubt ? DOUBT : ""));
        }
        Set<String> missing = look(column -> true).missing();
        if (!missing.isEmpty()) {
            lines.add("vides: [" + missing.stream().map(Names::quoted).collect(Collectors.joining(", ")) + "]");
        }
    }

    private void totals(List<String> lines) {
        Set<String> words = look.columns().getFirst().totals();
        if (!words.isEmpty() && !isPerson(0)) {
            lines.add("totaux: {colonne: " + name(0) + ", valeurs: ["
                    + words.stream().map(word -> Names.quoted(word + "*")).collect(Collectors.joining(", ")) + "]}");
        }
    }

    private void ignored(List<String> lines) {
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < look.headers().size(); i++) {
            if (isPerson(i)) {
                ignored.add("  - " + name(i) + "  # semble dire qui est quelqu'un");
            } else if (!isUsed(i)) {
                ignored.add("  - " + name(i) + DOUBT);
            }
        }
        if (!ignored.isEmpty()) {
            lines.add("ignorer:");
            lines.addAll(ignored);
        }
    }

    private boolean isUsed(int place) {
        boolean total = place == 0 && !look.columns().getFirst().totals().isEmpty();
        return total || wide.contains(place) || targets.containsValue(place);
    }

    private boolean isPerson(int place) {
        return PersonColumns.byHeader(look.headers().get(place));
    }

    private boolean isDay(String column) {
        return column.equals(Synonyms.PERIOD)
                || schema.field(column).stream().anyMatch(field -> field.type() == Field.Type.DATE);
    }

    private boolean isNumber(String column) {
        return schema.field(column).stream().anyMatch(MappingProposal::isNumber);
    }

    /** Look of the columns that go to such columns of the table; those of months go to presences. */
    private ColumnLook look(Predicate<String> such) {
        List<ColumnLook> looks = new ArrayList<>();
        targets.forEach((column, place) -> {
            if (such.test(column)) {
                looks.add(look.columns().get(place));
            }
        });
        if (such.test("presences")) {
            wide.forEach(place -> looks.add(look.columns().get(place)));
        }
        return ColumnLook.together(looks);
    }

    private String name(int place) {
        return Names.column(look.headers(), place);
    }
}
