package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.Tree;
import fr.passerelle.schemas.yaml.Tree.Branch;
import fr.passerelle.schemas.yaml.Tree.Leaf;
import fr.passerelle.sources.cell.Periods;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Months that stand side by side: each cell that is not empty is a row of its own.
 *
 * @param target column of the table that the cells go to
 * @param named months by their header, where they are told one by one: columns that the file must have
 * @param words how this is told to the user, to follow "une colonne de mois"
 */
public record MonthColumns(String target, Map<String, YearMonth> named, Pattern form, String words) {
    private static final String NONE = "(?!)";
    /** The forms that can be declared, sorted. */
    private static final SortedMap<String, String> FORMS = new TreeMap<>(Map.of(
            "AAAA-MM", "(?<y>[0-9]{4})-(?<m>[0-9]{2})",
            "AAAA-M", "(?<y>[0-9]{4})-(?<m>[0-9]{1,2})",
            "AAAA/MM", "(?<y>[0-9]{4})/(?<m>[0-9]{2})",
            "AAAAMM", "(?<y>[0-9]{4})(?<m>[0-9]{2})",
            "MM/AAAA", "(?<m>[0-9]{2})/(?<y>[0-9]{4})",
            "M/AAAA", "(?<m>[0-9]{1,2})/(?<y>[0-9]{4})",
            "MM-AAAA", "(?<m>[0-9]{2})-(?<y>[0-9]{4})",
            "MMMM AAAA", "(?<m>[\\p{L}\\p{M}]+\\.?)[ /_-](?<y>[0-9]{4})(?: ?\\[[^\\[\\]]{1,20}\\])?"));

    private static final int FEWEST = 2;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    /** The month; null, and said, where it is none. */
    static @Nullable YearMonth monthOf(@Nullable Leaf leaf) {
        if (leaf == null) {
            return null;
        }
        if (leaf.text().matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            YearMonth month = YearMonth.parse(leaf.text());
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        }
        leaf.problem("« %s » n'est pas un mois ; écrivez-le AAAA-MM, de %d à %d, par exemple 2016-01"
                .formatted(leaf.text(), FIRST_YEAR, LAST_YEAR));
        return null;
    }

    /** The form under which most headers are months, at least two of them; empty for none. */
    public static Optional<String> form(Collection<String> headers) {
        return FORMS.keySet().stream()
                .filter(form -> months(form, headers).size() >= FEWEST)
                .max(Comparator.comparingInt(form -> months(form, headers).size()));
    }

    /** The headers that are months of a form. */
    public static List<String> months(String form, Collection<String> headers) {
        Pattern pattern = pattern(form);
        return headers.stream()
                .filter(header -> month(pattern, header).isPresent())
                .toList();
    }

    private static Pattern pattern(String form) {
        return Pattern.compile(FORMS.getOrDefault(form, NONE));
    }

    /** The month that a header says; empty where it says none. */
    Optional<YearMonth> month(String header) {
        return Optional.ofNullable(named.get(header)).or(() -> month(form, header));
    }

    private static Optional<YearMonth> month(Pattern form, String header) {
        Matcher matcher = form.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String told = matcher.group("m");
        int month = Character.isDigit(told.charAt(0)) ? Integer.parseInt(told) : Periods.monthNumber(told);
        int year = Integer.parseInt(matcher.group("y"));
        return month >= 1 && month <= 12 ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
    }

    /** Reads the section {@code mois_en_colonnes}. */
    static @Nullable MonthColumns read(Branch branch, TableSchema schema) {
        Leaf target = branch.required("vers");
        MonthColumns months = months(branch, target == null ? "" : target.text());
        branch.end();
        return target == null || !target.oneOf(counts(schema)) ? null : months;
    }

    private static List<String> counts(TableSchema schema) {
        return schema.fields().stream()
                .filter(field -> field.type() == Field.Type.INTEGER || field.type() == Field.Type.NUMBER)
                .map(Field::name)
                .toList();
    }

    private static @Nullable MonthColumns months(Branch branch, String target) {
        Tree tree = branch.tree("colonnes");
        if (tree instanceof Leaf leaf) {
            String form = leaf.text();
            return leaf.oneOf(List.copyOf(FORMS.keySet()))
                    ? new MonthColumns(target, Map.of(), pattern(form), "de la forme " + form)
                    : null;
        }
        if (tree instanceof Branch named && !named.keys().isEmpty()) {
            return new MonthColumns(target, named(named), Pattern.compile(NONE), "de celles qui sont nommées");
        }
        branch.problem(
                "colonnes",
                "écrivez la forme des en-têtes (%s), ou chaque en-tête et son mois : {\"Janv. 2016\": 2016-01, …}"
                        .formatted(String.join(", ", FORMS.keySet())));
        return null;
    }

    private static Map<String, YearMonth> named(Branch branch) {
        Map<String, YearMonth> months = new LinkedHashMap<>();
        for (String name : branch.keys()) {
            YearMonth month = monthOf(branch.required(name));
            if (month != null && months.containsValue(month)) {
                branch.problem(name, "le mois %s a déjà une colonne ; n'en gardez qu'une".formatted(month));
            } else if (month != null && months.putIfAbsent(HeaderSearch.clean(name), month) != null) {
                branch.problem(name, "cette colonne est déjà nommée ; n'en gardez qu'une");
            }
        }
        return months;
    }
}
