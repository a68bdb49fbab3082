package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Days as people write them. What the mapping declares comes first. Day and month in figures are only told apart without a declaration
 * where the first cannot be a month, or both are the same. Years of two digits, the month first and serial numbers need one.
 */
final class DayRepair implements Repair {
    private static final Pattern MIDNIGHT = Pattern.compile("[ t](?:00?:00(?::00(?:[.,]0+)?)?|0h(?:00)?)");
    private static final Pattern DOUBTFUL =
            Pattern.compile("[0-9]{1,2}([/.-])[0-9]{1,2}\\1([0-9]{4}|[0-9]{2})|[0-9]{5}");

    private final Forms forms;

    DayRepair(Forms forms) {
        this.forms = forms;
    }

    @Override
    public @Nullable RepairedText of(String cell) {
        if (cell.length() > LONGEST) {
            return null;
        }
        String folded = CellText.folded(cell);
        String day = withoutTime(folded);
        Set<LocalDate> declared = forms.dates().isEmpty() ? Set.of() : declared(day);
        if (!declared.isEmpty()) {
            return declared.size() == 1
                    ? new RepairedText(declared.iterator().next().toString(), null)
                    : null;
        }
        return undeclared(day, folded.length() > day.length());
    }

    @Override
    public String advice(String cell) {
        String day = withoutTime(CellText.folded(cell));
        if (!forms.dates().isEmpty()) {
            return declaredAdvice(day);
        }
        return DOUBTFUL.matcher(day).matches()
                ? " Si la colonne a une autre forme, déclarez-la dans le mapping (par exemple %s) ou écrivez AAAA-MM-JJ."
                        .formatted(Forms.DateForm.DAY_MONTH_YEAR.french())
                : "";
    }

    /** The form is declared: it is the cell that is not right. */
    private String declaredAdvice(String day) {
        String told = forms.dates().stream().map(Forms.DateForm::french).collect(Collectors.joining(", "));
        int days = declared(day).size();
        if (days > 1) {
            return " Les formes déclarées (%s) la lisent de plusieurs façons : écrivez AAAA-MM-JJ.".formatted(told);
        }
        if (days == 1) {
            return "";
        }
        return forms.dates().stream()
                        .anyMatch(form -> DayText.pattern(form).matcher(day).matches())
                ? " Elle a la forme déclarée (%s), mais ce jour n'existe pas : corrigez-la.".formatted(told)
                : " Elle n'a pas la forme déclarée (%s) : corrigez-la, ou déclarez aussi sa forme.".formatted(told);
    }

    private Set<LocalDate> declared(String day) {
        return forms.dates().stream()
                .map(form -> DayText.read(day, form, forms.pivot()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private @Nullable RepairedText undeclared(String day, boolean midnight) {
        LocalDate french = forms.dates().isEmpty() ? DayText.sureDayFirst(day) : null;
        if (french != null) {
            return new RepairedText(french.toString(), Correction.DATE_FRANCAISE);
        }
        LocalDate named = DayText.read(day, Forms.DateForm.DAY_NAMED_MONTH_YEAR, forms.pivot());
        if (named != null) {
            return new RepairedText(named.toString(), Correction.MOIS_EN_LETTRES);
        }
        LocalDate yearFirst = DayText.read(day, Forms.DateForm.YEAR_MONTH_DAY, forms.pivot());
        if (yearFirst == null) {
            return null;
        }
        return new RepairedText(yearFirst.toString(), midnight ? Correction.MINUIT : Correction.DATE_COMPLETEE);
    }

    /** Without a time of midnight behind it: at any other time it is not a day. */
    private static String withoutTime(String folded) {
        Matcher matcher = MIDNIGHT.matcher(folded);
        while (matcher.find()) {
            if (matcher.end() == folded.length()) {
                return folded.substring(0, matcher.start());
            }
        }
        return folded;
    }

    /** Folded texts as days of one given form; null where the text is not of that form or the day does not exist. */
    private static final class DayText {
        private static final String FIGURES = "(?<first>[0-9]{1,2})(?<gap>[/.-])(?<second>[0-9]{1,2})\\k<gap>";
        private static final Pattern LONG_YEAR = Pattern.compile(FIGURES + "(?<year>[0-9]{4})");
        private static final Pattern SHORT_YEAR = Pattern.compile(FIGURES + "(?<year>[0-9]{2})");
        private static final Pattern YEAR_FIRST =
                Pattern.compile("(?<year>[0-9]{4})(?<gap>[/.-])(?<first>[0-9]{1,2})\\k<gap>(?<second>[0-9]{1,2})");
        private static final Pattern NAMED =
                Pattern.compile("(?:(?<weekday>[a-z]+)[ ,]+)?(?<day>[0-9]{1,2})(?:er)?[ /.-](?<month>[a-z]+\\.?)["
                        + " /.-](?<year>[0-9]{4})");
        private static final Pattern SERIAL = Pattern.compile("(?<days>[0-9]{4,6})(?:[.,]0+)?");
        private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
        private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
        private static final List<String> WEEKDAYS =
                List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

        static @Nullable LocalDate read(String folded, Forms.DateForm form, int pivot) {
            Matcher told = pattern(form).matcher(folded);
            if (!told.matches()) {
                return null;
            }
            return switch (form) {
                case DAY_MONTH_YEAR -> day(number(told, "year"), number(told, "second"), number(told, "first"));
                case DAY_MONTH_SHORT_YEAR -> day(year(told, pivot), number(told, "second"), number(told, "first"));
                case MONTH_DAY_YEAR, YEAR_MONTH_DAY ->
                    day(number(told, "year"), number(told, "first"), number(told, "second"));
                case MONTH_DAY_SHORT_YEAR -> day(year(told, pivot), number(told, "first"), number(told, "second"));
                case DAY_NAMED_MONTH_YEAR -> named(told);
                case EXCEL_1900 -> DAY_ZERO_1900.plusDays(number(told, "days"));
                case EXCEL_1904 -> DAY_ZERO_1904.plusDays(number(told, "days"));
            };
        }

        private static Pattern pattern(Forms.DateForm form) {
            return switch (form) {
                case DAY_MONTH_YEAR, MONTH_DAY_YEAR -> LONG_YEAR;
                case DAY_MONTH_SHORT_YEAR, MONTH_DAY_SHORT_YEAR -> SHORT_YEAR;
                case YEAR_MONTH_DAY -> YEAR_FIRST;
                case DAY_NAMED_MONTH_YEAR -> NAMED;
                case EXCEL_1900, EXCEL_1904 -> SERIAL;
            };
        }

        /** Day, month and year of four digits, where the first cannot be a month or both are the same. */
        static @Nullable LocalDate sureDayFirst(String folded) {
            Matcher told = LONG_YEAR.matcher(folded);
            boolean sure =
                    told.matches() && (number(told, "first") > 12 || number(told, "first") == number(told, "second"));
            return sure ? read(folded, Forms.DateForm.DAY_MONTH_YEAR, Forms.USUAL_PIVOT) : null;
        }

        private static int year(Matcher told, int pivot) {
            return number(told, "year") + (number(told, "year") < pivot ? 2_000 : 1_900);
        }

        private static @Nullable LocalDate named(Matcher told) {
            LocalDate day = day(number(told, "year"), Periods.foldedMonth(told.group("month")), number(told, "day"));
            String weekday = told.group("weekday");
            return day == null
                            || weekday == null
                            || weekday.equals(WEEKDAYS.get(day.getDayOfWeek().getValue() - 1))
                    ? day
                    : null;
        }

        private static int number(Matcher told, String group) {
            return Integer.parseInt(told.group(group));
        }

        private static @Nullable LocalDate day(int year, int month, int day) {
            try {
                return LocalDate.of(year, month, day);
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        }
    }
}
