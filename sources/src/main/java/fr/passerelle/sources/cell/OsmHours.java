package fr.passerelle.sources.cell;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.TokenMgrError;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import fr.passerelle.sources.cell.WeeklySpans.Span;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opening hours as OpenStreetMap writes them, as far as they are those of any ordinary week. */
final class OsmHours {

    private OsmHours() {}

    /** The week that a text tells; null where it is not of this syntax. */
    static @Nullable Week read(String text) {
        try {
            return week(new OpeningHoursParser(new StringReader(text)).rules(true));
        } catch (OpeningHoursParseException | TokenMgrError otherSyntax) {
            return null;
        }
    }

    private static Week week(List<Rule> rules) {
        Week week = new Week();
        rules.stream().filter(rule -> !rule.isEmpty()).forEach(rule -> tell(week, rule));
        return week;
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
        return switch (day) {
            case MO -> DayOfWeek.MONDAY;
            case TU -> DayOfWeek.TUESDAY;
            case WE -> DayOfWeek.WEDNESDAY;
            case TH -> DayOfWeek.THURSDAY;
            case FR -> DayOfWeek.FRIDAY;
            case SA -> DayOfWeek.SATURDAY;
            case SU -> DayOfWeek.SUNDAY;
        };
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
