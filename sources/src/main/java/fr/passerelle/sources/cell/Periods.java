package fr.passerelle.sources.cell;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Periods as registers name them: {@code 2017-03}, {@code mars 2017}, {@code T1 2017}, {@code 2e semestre 2017}, {@code 2017-W12},
 * {@code 2017}, a day. A year has four digits. {@code S1} is a half-year
 * or a week: only where its grain is declared is it one of them.
 */
public final class Periods {
    private static final List<List<String>> NAMES = List.of(
            List.of("janvier", "janv", "jan", "january"),
            List.of("fevrier", "fevr", "fev", "february", "feb"),
            List.of("mars", "mar", "march"),
            List.of("avril", "avr", "april", "apr"),
            List.of("mai", "may"),
            List.of("juin", "june", "jun"),
            List.of("juillet", "juil", "july", "jul"),
            List.of("aout", "august", "aug"),
            List.of("septembre", "sept", "sep", "september"),
            List.of("octobre", "oct", "october"),
            List.of("novembre", "nov", "november"),
            List.of("decembre", "dec", "december"));
    private static final Map<String, Integer> NUMBERS = IntStream.range(0, NAMES.size())
            .boxed()
            .flatMap(i -> NAMES.get(i).stream().map(name -> Map.entry(name, i + 1)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final String YEAR = "(?<year>[0-9]{4})";
    private static final String GAP = "[ /._-]{0,3}";
    private static final Pattern WHOLE_YEAR = Pattern.compile("(?:annee )?" + YEAR);
    private static final Pattern MONTH =
            Pattern.compile(YEAR + "[/.-](?<month>[0-9]{1,2})|(?<month2>[0-9]{1,2})[/.-](?<year2>[0-9]{4})");
    private static final Pattern NAMED =
            Pattern.compile("(?<name>[a-z]+\\.?)[ /_-]" + YEAR + "|(?<year2>[0-9]{4})[ /_-](?<name2>[a-z]+\\.?)");
    private static final String LETTERED = "(?<letter>[tqsw])(?<rank>[0-9]{1,2})";
    private static final Pattern LETTER_FIRST = Pattern.compile(LETTERED + GAP + YEAR);
    private static final Pattern LETTER_LAST = Pattern.compile(YEAR + GAP + LETTERED);
    private static final Pattern RANKED = Pattern.compile(
            "(?<rank>1er|premier|second|[1-4](?:e|eme|nd)?) (?<letter>trimestre|semestre) (?:de )?" + YEAR);
    private static final Pattern WEEK =
            Pattern.compile("(?<letter>semaine) (?:n° ?)?(?<rank>[0-9]{1,2})[ ,/-](?: )?(?:de )?" + YEAR);
    private static final Map<String, Integer> RANKS = Map.of("premier", 1, "second", 2);
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private Periods() {}

    /** The period that a text names, of the grain that is declared if one is; null where it names none, or there is doubt. */
    public static @Nullable DaySpan of(String text, Forms forms, @Nullable String grain) {
        if (text.length() > Repair.LONGEST) {
            return null;
        }
        String folded = CellText.folded(text);
        DaySpan day = monthOf(day(text, forms), grain);
        DaySpan named = day == null ? month(folded) : day;
        DaySpan period = named == null ? part(folded, grain) : named;
        return period == null
                        || period.start().getYear() < FIRST_YEAR - 1
                        || period.end().getYear() > LAST_YEAR
                ? null
                : period;
    }

    /** Workbooks write a month as its first day: where months are declared, that is what it says. */
    private static @Nullable DaySpan monthOf(@Nullable DaySpan day, @Nullable String grain) {
        return day == null || !"MOIS".equals(grain) || day.start().getDayOfMonth() != 1
                ? day
                : DaySpan.month(day.start().getYear(), day.start().getMonthValue());
    }

    private static @Nullable DaySpan day(String text, Forms forms) {
        long strict = CellType.day(text);
        if (strict != Column.INVALID) {
            return DaySpan.day(LocalDate.ofEpochDay(strict));
        }
        RepairedText repairedText = new DayRepair(forms).of(text);
        return repairedText == null ? null : DaySpan.day(LocalDate.parse(repairedText.text()));
    }

    private static @Nullable DaySpan month(String folded) {
        Matcher figures = MONTH.matcher(folded);
        if (figures.matches()) {
            return month(number(figures, "year"), number(figures, "month"));
        }
        Matcher named = NAMED.matcher(folded);
        return named.matches() ? month(number(named, "year"), foldedMonth(either(named, "name"))) : null;
    }

    private static @Nullable DaySpan month(int year, int month) {
        return month >= 1 && month <= 12 ? DaySpan.month(year, month) : null;
    }

    private static @Nullable DaySpan part(String folded, @Nullable String grain) {
        Matcher year = WHOLE_YEAR.matcher(folded);
        if (year.matches()) {
            return DaySpan.part(Integer.parseInt(year.group("year")), 12, 1, "ANNEE");
        }
        for (Pattern pattern : new Pattern[] {LETTER_FIRST, LETTER_LAST, RANKED, WEEK}) {
            Matcher matcher = pattern.matcher(folded);
            if (matcher.matches()) {
                String letter = matcher.group("letter");
                String rank = matcher.group("rank");
                Integer word = RANKS.get(rank);
                return part(
                        letter.equals("s") && grain != null ? grain.toLowerCase(Locale.ROOT) : letter,
                        word == null ? Integer.parseInt(rank.replaceAll("[a-z]", "")) : word,
                        Integer.parseInt(matcher.group("year")));
            }
        }
        return null;
    }

    private static @Nullable DaySpan part(String letter, int rank, int year) {
        return switch (letter) {
            case "t", "q", "trimestre" -> rank >= 1 && rank <= 4 ? DaySpan.part(year, 3, rank, "TRIMESTRE") : null;
            case "semestre" -> rank >= 1 && rank <= 2 ? DaySpan.part(year, 6, rank, "SEMESTRE") : null;
            case "w", "semaine" -> week(rank, year);
            default -> null;
        };
    }

    /** ISO weeks: the first one holds 4 January. */
    private static @Nullable DaySpan week(int rank, int year) {
        LocalDate first = LocalDate.of(year, 1, 4).with(WeekFields.ISO.dayOfWeek(), 1);
        LocalDate monday = first.plusWeeks(rank - 1L);
        boolean exists = rank >= 1 && monday.get(IsoFields.WEEK_BASED_YEAR) == year;
        return exists ? new DaySpan(monday, monday.plusDays(6), "SEMAINE") : null;
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(either(matcher, group));
    }

    private static String either(Matcher matcher, String group) {
        String first = matcher.group(group);
        return first == null ? matcher.group(group + "2") : first;
    }

    /** The number of the month of a name as people write it; 0 for none. */
    public static int monthNumber(String name) {
        return foldedMonth(CellText.folded(name));
    }

    /** The number of the month of a folded name, with or without a point behind; 0 for none. */
    static int foldedMonth(String folded) {
        String name = folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
        return NUMBERS.getOrDefault(name, 0);
    }

    /** A span of days, the last included, with the word for its length: JOUR, SEMAINE, MOIS, TRIMESTRE, SEMESTRE or ANNEE. */
    public record DaySpan(LocalDate start, LocalDate end, String grain) {
        static DaySpan day(LocalDate day) {
            return new DaySpan(day, day, "JOUR");
        }

        /** The part of a year that has so many months, from 1. */
        static DaySpan part(int year, int months, int rank, String grain) {
            YearMonth last = YearMonth.of(year, months * rank);
            return new DaySpan(last.minusMonths(months - 1L).atDay(1), last.atEndOfMonth(), grain);
        }

        static DaySpan month(int year, int month) {
            return part(year, 1, month, "MOIS");
        }
    }
}
