package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.study.Question;
import fr.passerelle.study.StudySeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a calendar froze when it was planned.
 *
 * @param run number of the published run whose étapes it serves
 * @param resultHash SHA-256 over that run's proposals
 * @param asOf month of that run, YYYY-MM
 * @param from first Monday
 * @param planned day on which it was planned; null for an exercise, whose weeks were all over and told to nobody before
 * @param weeks a multiple of four
 * @param animateursHash SHA-256 of the animateurs as they were read; places and journeys likewise, null without their file
 * @param publications by SIREN, the number of the publication that stood then
 * @param holidays those of its weeks, as they were known
 */
public record TourManifest(
        long run,
        String resultHash,
        String baremeHash,
        String asOf,
        LocalDate from,
        @Nullable LocalDate planned,
        int weeks,
        String animateursHash,
        @Nullable String lieuxHash,
        @Nullable String trajetsHash,
        SortedMap<String, Long> publications,
        KnownHolidays holidays)
        implements Question.OfResults {

    /** How calendars are called. */
    public static final StudySeries<TourManifest> SERIES = new StudySeries<>(
            "T",
            TourManifest.class,
            StudyLog.CALENDARS,
            false,
            new StudySeries.Words(
                    "calendrier", "tournees", "publi", "se publie", "PUBLISH", "fichiers", "ne tient plus"));

    @Override
    public String kind() {
        return "CALENDRIER";
    }

    @Override
    public Map<String, String> inputs() {
        Map<String, String> inputs = new TreeMap<>(Map.of("animateurs", animateursHash));
        if (lieuxHash != null) {
            inputs.put("lieux", lieuxHash);
        }
        if (trajetsHash != null) {
            inputs.put("trajets", trajetsHash);
        }
        return inputs;
    }

    /** The day after which nobody knew the holidays, where it speaks of days after it; null where all of its days were known. */
    public @Nullable LocalDate holidaysUnknownAfter() {
        return last().isAfter(holidays.until()) ? holidays.until() : null;
    }

    /** The last day: it speaks of none after it. */
    public LocalDate last() {
        return from.plusWeeks(weeks).minusDays(1);
    }

    /** First day to which a session may be added or moved: from the day after the plan on. */
    public LocalDate earliest() {
        return planned == null || planned.isBefore(from) ? from : planned.plusDays(1);
    }

    /** Whether what was announced of a day is a fact: it has been, or people were told of it for the day of the plan or the next. */
    public boolean isFact(LocalDate day) {
        return isFact(day, LocalDate.MIN);
    }

    /** The same on another day, where that is later: when it is published. */
    public boolean isFact(LocalDate day, LocalDate today) {
        return planned != null && !day.isAfter((today.isAfter(planned) ? today : planned).plusDays(1));
    }

    /** Whether it may say of a session that was announced for a day that it is held otherwise, or no more. */
    public boolean maySpeakOf(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(last()) && !isFact(day);
    }

    @Override
    public String hash() {
        Sha256 hash = new Sha256()
                .add("run", run)
                .add("result", resultHash)
                .add("bareme", baremeHash)
                .add("as-of", asOf)
                .add("from", from)
                .add("planned", planned)
                .add("weeks", weeks)
                .add("animateurs", animateursHash)
                .add("lieux", lieuxHash)
                .add("trajets", trajetsHash);
        publications.forEach((epci, publication) -> hash.add(epci, publication));
        return hash.add("holidays", holidays).hex();
    }

    /** School holidays and days on which nothing is held, as far as they are known: until a day, included. */
    public record KnownHolidays(LocalDate until, List<DateSpan> school, List<DateSpan> closed) {

        /** These, and others that are known later or besides. */
        public KnownHolidays and(KnownHolidays others) {
            return new KnownHolidays(
                    until.isAfter(others.until) ? until : others.until,
                    together(school, others.school),
                    together(closed, others.closed));
        }

        /** What they are from one day to another, both included. */
        public KnownHolidays between(LocalDate first, LocalDate last) {
            return new KnownHolidays(until, between(school, first, last), between(closed, first, last));
        }

        private static List<DateSpan> together(List<DateSpan> some, List<DateSpan> others) {
            return Stream.concat(some.stream(), others.stream()).distinct().toList();
        }

        private static List<DateSpan> between(List<DateSpan> spans, LocalDate first, LocalDate last) {
            return spans.stream()
                    .filter(span -> !span.first().isAfter(last) && !span.last().isBefore(first))
                    .toList();
        }
    }
}
