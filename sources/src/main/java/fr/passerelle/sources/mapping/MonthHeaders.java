package fr.passerelle.sources.mapping;

import fr.passerelle.sources.cell.Periods;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which headers are months. */
sealed interface MonthHeaders {

    /** The month that a header says; empty where it says none. */
    Optional<YearMonth> month(String header);

    /** Columns that the file must have. */
    List<String> named();

    /** How this is told to the user, to follow "une colonne de mois". */
    String words();

    /** Headers of one form. */
    record Form(String text, Pattern pattern) implements MonthHeaders {

        private static final Map<String, String> FORMS = Map.of(
                "AAAA-MM", "(?<y>[0-9]{4})-(?<m>[0-9]{2})",
                "AAAA-M", "(?<y>[0-9]{4})-(?<m>[0-9]{1,2})",
                "AAAA/MM", "(?<y>[0-9]{4})/(?<m>[0-9]{2})",
                "AAAAMM", "(?<y>[0-9]{4})(?<m>[0-9]{2})",
                "MM/AAAA", "(?<m>[0-9]{2})/(?<y>[0-9]{4})",
                "M/AAAA", "(?<m>[0-9]{1,2})/(?<y>[0-9]{4})",
                "MM-AAAA", "(?<m>[0-9]{2})-(?<y>[0-9]{4})",
                "MMMM AAAA", "(?<m>[\\p{L}\\p{M}]+\\.?)[ /_-](?<y>[0-9]{4})(?: ?\\[[^\\[\\]]{1,20}\\])?");

        /** The forms that can be declared, sorted. */
        static List<String> known() {
            return FORMS.keySet().stream().sorted().toList();
        }

        /** A form by how it is written; one of {@link #known()}. */
        static Form of(String text) {
            return new Form(text, Pattern.compile(FORMS.getOrDefault(text, "(?!)")));
        }

        @Override
        public Optional<YearMonth> month(String header) {
            Matcher matcher = pattern.matcher(header);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            int month = number(matcher.group("m"));
            int year = Integer.parseInt(matcher.group("y"));
            return month >= 1 && month <= 12 ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
        }

        private static int number(String month) {
            return Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : Periods.monthNumber(month);
        }

        @Override
        public List<String> named() {
            return List.of();
        }

        @Override
        public String words() {
            return "de la forme " + text;
        }
    }

    /** Headers one by one. */
    record Named(Map<String, YearMonth> months) implements MonthHeaders {

        @Override
        public Optional<YearMonth> month(String header) {
            return Optional.ofNullable(months.get(header));
        }

        @Override
        public List<String> named() {
            return List.copyOf(months.keySet());
        }

        @Override
        public String words() {
            return "de celles qui sont nommées";
        }
    }
}
