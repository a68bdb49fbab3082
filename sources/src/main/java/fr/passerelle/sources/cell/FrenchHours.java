package fr.passerelle.sources.cell;

import fr.passerelle.sources.cell.WeeklySpans.Span;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opening hours as French people write them: days, then their hours. Any other word, such as a month or "sauf", is in doubt. */
final class FrenchHours {

    private static final String DAY = "(?:lu(?:n(?:dis?)?)?|ma(?:r(?:dis?)?)?|me(?:r(?:credis?)?)?|je(?:u(?:dis?)?)?"
            + "|ve(?:n(?:dredis?)?)?|sa(?:m(?:edis?)?)?|di(?:m(?:anches?)?)?)\\.?";
    private static final String TO_DAY = "(?: ?- ?| (?:au|a) )";
    private static final String SOME_DAYS = "(?:du |le |les )?" + DAY + "(?:" + TO_DAY + DAY + ")?";
    private static final String DAYS = SOME_DAYS + "(?:(?: ?[,/] ?| et )" + SOME_DAYS + ")*";
    private static final String TIME = "[0-9]{1,2}(?: ?h(?:[0-5][0-9])?|:[0-5][0-9])?";
    private static final String TO_TIME = "(?: ?- ?| a )";
    private static final String SPAN = "(?:de )?" + TIME + TO_TIME + TIME;
    private static final String SPANS = SPAN + "(?:(?: ?[,/] ?| et | )" + SPAN + ")*";
    private static final Pattern CLAUSE = Pattern.compile("(?:ouvert )?(?:(?<days>" + DAYS + ") ?:? ?(?:(?<spans>"
            + SPANS + ")|fermee?)|fermee? (?<closed>" + DAYS + "))(?: ?[,;/.] ?(?=.)| et | |[;.]$|$)");
    private static final Pattern RANGE =
            Pattern.compile("(?<first>" + DAY + ")(?:" + TO_DAY + "(?<last>" + DAY + "))?");
    private static final Pattern HOURS = Pattern.compile("(?<start>" + TIME + ")" + TO_TIME + "(?<end>" + TIME + ")");
    private static final Map<String, DayOfWeek> BY_LETTERS = Map.of(
            "lu", DayOfWeek.MONDAY,
            "ma", DayOfWeek.TUESDAY,
            "me", DayOfWeek.WEDNESDAY,
            "je", DayOfWeek.THURSDAY,
            "ve", DayOfWeek.FRIDAY,
            "sa", DayOfWeek.SATURDAY,
            "di", DayOfWeek.SUNDAY);
    private static final int HOUR = 60;

    private FrenchHours() {}

    /** The week that a text tells; null where it is not of this syntax. */
    static @Nullable Week read(String text) {
        String plain = TextFolding.of(text).replace('\u2013', '-');
        Matcher clause = CLAUSE.matcher(plain);
        Week week = new Week();
        int place = 0;
        while (place < plain.length()) {
            if (!clause.region(place, plain.length()).lookingAt()) {
                return null;
            }
            tell(week, clause);
            place = clause.end();
        }
        return week;
    }

    private static void tell(Week week, Matcher clause) {
        String days = clause.group("days");
        String spans = clause.group("spans");
        if (days == null) {
            week.close(days(clause.group("closed")));
        } else if (spans == null) {
            week.close(days(days));
        } else {
            week.open(days(days), spans(spans));
        }
    }

    private static List<DayOfWeek> days(String text) {
        List<DayOfWeek> days = new ArrayList<>();
        for (MatchResult range : RANGE.matcher(text).results().toList()) {
            String last = range.group("last");
            days.addAll(Week.days(day(range.group("first")), last == null ? null : day(last)));
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        return Objects.requireNonNull(BY_LETTERS.get(text.substring(0, 2)));
    }

    private static List<Span> spans(String text) {
        return HOURS.matcher(text)
                .results()
                .map(span -> new Span(minute(span.group("start")), minute(span.group("end"))))
                .toList();
    }

    private static int minute(String time) {
        String[] parts = time.split(" ?[h:]", -1);
        boolean minutes = parts.length > 1 && !parts[1].isEmpty();
        return Integer.parseInt(parts[0]) * HOUR + (minutes ? Integer.parseInt(parts[1]) : 0);
    }
}
