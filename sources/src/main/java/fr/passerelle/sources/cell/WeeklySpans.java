package fr.passerelle.sources.cell;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.TokenMgrError;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import fr.passerelle.schemas.table.Correction;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a place is open in an ordinary week: the hours of each day that has any, in order. */
public record WeeklySpans(SortedMap<DayOfWeek, List<Span>> days) {
    /** What hours must be like to be read, in French. */
    public static final String ADVICE =
            "Des horaires n'y sont lus que s'ils donnent chaque jour une fois et ses heures,"
                    + " tels que « mardi au vendredi 9h-12h et 14h-17h30, samedi 9h-12h ».";

    /** Hours in minutes of their day: the first one, and the one after the last. */
    public record Span(int start, int end) {
        boolean exists() {
            return start >= 0 && start < end && end <= Week.DAY;
        }
    }

    /** Reads hours as OpenStreetMap or French people write them; empty where they are in doubt, or never open. */
    public static Optional<WeeklySpans> read(String text) {
        return Optional.ofNullable(Week.read(text))
                .map(Week::spans)
                .filter(days -> !days.isEmpty())
                .map(WeeklySpans::new);
    }

    /** The opening hours of an ordinary week, told one after the other. What is told twice, or overlaps, is in doubt. */
    private static final class Week {
        private static final int HOUR = 60;
        static final int DAY = 24 * HOUR;
        private static final int LONGEST = 200;

        private final Set<DayOfWeek> told = EnumSet.noneOf(DayOfWeek.class);
        private final BitSet open = new BitSet();
        private boolean doubtful;

        /** The week that a text tells, in either syntax; null where it is of none. */
        static @Nullable Week read(String text) {
            if (text.length() > LONGEST) {
                return null;
            }
            Week week = OsmHours.read(text);
            return week == null ? FrenchHours.read(text) : week;
        }

        /** The days from one to another, round the end of the week where need be; just the one where there is no other. */
        static List<DayOfWeek> days(DayOfWeek first, @Nullable DayOfWeek last) {
            List<DayOfWeek> days = new ArrayList<>(List.of(first));
            DayOfWeek day = first;
            while (last != null && (days.size() == 1 || day != last)) {
                day = day.plus(1);
                days.add(day);
            }
            return days;
        }

        /** These days, of which nothing was told yet, have these hours. */
        void open(List<DayOfWeek> days, List<Span> spans) {
            for (DayOfWeek day : days) {
                doubtful |= !told.add(day);
                spans.forEach(span -> open(day, span));
            }
        }

        /** These days have no hours, whatever was told of them before. */
        void close(List<DayOfWeek> days) {
            told.addAll(days);
            days.forEach(day -> open.clear(minute(day, 0), minute(day, DAY)));
        }

        void doubt() {
            doubtful = true;
        }

        /** Hours with at most two decimals; null where they are in doubt, never open, or have more decimals. */
        @Nullable
        BigDecimal hours() {
            int hundredths = open.cardinality() * 100;
            return doubtful || hundredths == 0 || hundredths % HOUR != 0
                    ? null
                    : BigDecimal.valueOf(hundredths / HOUR, 2);
        }

        /** The hours of each day that has any, in order; none at all where they are in doubt. */
        SortedMap<DayOfWeek, List<Span>> spans() {
            SortedMap<DayOfWeek, List<Span>> spans = new TreeMap<>();
            for (DayOfWeek day : doubtful ? List.<DayOfWeek>of() : List.of(DayOfWeek.values())) {
                int midnight = minute(day, 0);
                int start = open.nextSetBit(midnight);
                while (start >= 0 && start < midnight + DAY) {
                    int end = Math.min(open.nextClearBit(start), midnight + DAY);
                    spans.computeIfAbsent(day, it -> new ArrayList<>()).add(new Span(start - midnight, end - midnight));
                    start = open.nextSetBit(end);
                }
            }
            return spans;
        }

        private void open(DayOfWeek day, Span span) {
            if (!span.exists()) {
                doubtful = true;
                return;
            }
            int start = minute(day, span.start());
            int end = minute(day, span.end());
            int busy = open.nextSetBit(start);
            doubtful |= busy >= 0 && busy < end;
            open.set(start, end);
        }

        private static int minute(DayOfWeek day, int minute) {
            return (day.getValue() - 1) * DAY + minute;
        }
    }

    /** Opening hours as OpenStreetMap writes them, as far as they are those of any ordinary week. */
    private static final class OsmHours {
        static @Nullable Week read(String text) {
            try {
                Week week = new Week();
                new OpeningHoursParser(new StringReader(text))
                        .rules(true).stream().filter(rule -> !rule.isEmpty()).forEach(rule -> tell(week, rule));
                return week;
            } catch (OpeningHoursParseException | TokenMgrError otherSyntax) {
                return null;
            }
        }

        private static void tell(Week week, Rule rule) {
            List<DayOfWeek> days = of(rule.getDays()).flatMap(OsmHours::days).toList();
            RuleModifier modifier = rule.getModifier();
            List<Span> spans = of(rule.getTimes()).map(OsmHours::span).toList();
            if (rule.isTwentyfourseven() && plain(rule) && days.isEmpty() && modifier == null) {
                week.open(List.of(DayOfWeek.values()), List.of(new Span(0, TimeSpan.MAX_TIME)));
            } else if (days.isEmpty() || !plain(rule) || spans.isEmpty() == (modifier == null)) {
                week.doubt();
            } else if (modifier == null) {
                week.open(days, spans);
            } else {
                close(week, days, modifier);
            }
        }

        private static void close(Week week, List<DayOfWeek> days, RuleModifier modifier) {
            boolean closed = modifier.getModifier() == RuleModifier.Modifier.OFF
                    || modifier.getModifier() == RuleModifier.Modifier.CLOSED;
            if (closed && modifier.getComment() == null) {
                week.close(days);
            } else {
                week.doubt();
            }
        }

        /** Whether a rule holds for every week of every year, and for nothing but its days. */
        private static boolean plain(Rule rule) {
            boolean always = Stream.<@Nullable Object>of(
                            rule.getYears(), rule.getDates(), rule.getWeeks(), rule.getHolidays())
                    .allMatch(Objects::isNull);
            boolean everyDay = of(rule.getDays()).allMatch(day -> day.getNths() == null && day.getOffset() == 0);
            return always && everyDay && !rule.isAdditive() && !rule.isFallBack() && rule.getComment() == null;
        }

        private static Stream<DayOfWeek> days(WeekDayRange range) {
            WeekDay last = range.getEndDay();
            return Week.days(day(range.getStartDay()), last == null ? null : day(last)).stream();
        }

        private static DayOfWeek day(WeekDay day) {
            return Arrays.stream(DayOfWeek.values())
                    .filter(one -> one.name().startsWith(day.name()))
                    .findFirst()
                    .orElseThrow();
        }

        /** No hours at all where an end is open, hangs on the sun, or where it is about appointments. */
        private static Span span(TimeSpan time) {
            boolean fixed = time.getStartEvent() == null
                    && time.getEndEvent() == null
                    && !time.isOpenEnded()
                    && time.getInterval() == 0;
            return fixed ? new Span(time.getStart(), time.getEnd()) : new Span(0, 0);
        }

        private static <T> Stream<T> of(@Nullable List<T> list) {
            return list == null ? Stream.empty() : list.stream();
        }
    }

    /** Opening hours as French people write them: days, then their hours. Any other word, such as a month or "sauf", is in doubt. */
    private static final class FrenchHours {
        private static final String DAY =
                "(?:lu(?:n(?:dis?)?)?|ma(?:r(?:dis?)?)?|me(?:r(?:credis?)?)?|je(?:u(?:dis?)?)?"
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
        private static final Pattern HOURS =
                Pattern.compile("(?<start>" + TIME + ")" + TO_TIME + "(?<end>" + TIME + ")");
        private static final List<String> BY_LETTERS = List.of("lu", "ma", "me", "je", "ve", "sa", "di");

        static @Nullable Week read(String text) {
            String plain = CellText.folded(text).replace('\u2013', '-');
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
            String spans = clause.group("spans");
            String open = clause.group("days");
            List<DayOfWeek> days = days(open == null ? clause.group("closed") : open);
            if (spans == null) {
                week.close(days);
            } else {
                week.open(days, spans(spans));
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
            return DayOfWeek.of(BY_LETTERS.indexOf(text.substring(0, 2)) + 1);
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
            return Integer.parseInt(parts[0]) * Week.HOUR + (minutes ? Integer.parseInt(parts[1]) : 0);
        }
    }

    /** The hours of a week told as opening hours. Appointments, open ends, seasons, holidays and whatever else is not a plain week stay in doubt. */
    record HoursRepair(Forms forms) implements Repair {
        @Override
        public @Nullable RepairedText of(String cell) {
            Week week = Week.read(cell);
            BigDecimal hours = week == null ? null : week.hours();
            return hours == null
                    ? null
                    : new RepairedText(
                            hours.stripTrailingZeros().toPlainString(),
                            forms.openingHours() ? null : Correction.HORAIRES);
        }

        @Override
        public String advice(String cell) {
            return cell.chars().anyMatch(Character::isLetter) ? " " + WeeklySpans.ADVICE : "";
        }
    }
}
