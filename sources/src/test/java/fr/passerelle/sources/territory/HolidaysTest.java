package fr.passerelle.sources.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sources.territory.SchoolHolidays.Holidays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HolidaysTest {

    private static final SchoolHolidays SCHOOL = SchoolHolidays.load();

    static IntStream years() {
        return IntStream.rangeClosed(2008, 2030);
    }

    /** Article L3133-1 of the Code du travail: eleven days, of which three follow Easter. Until 2007 Whit Monday was worked. */
    @ParameterizedTest
    @MethodSource("years")
    void closesElevenDaysAYear(int year) {
        LocalDate easter = easter(year);

        assertThat(SchoolHolidays.publicHolidays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                LocalDate.of(year, 1, 1),
                                easter.plusDays(1),
                                LocalDate.of(year, 5, 1),
                                LocalDate.of(year, 5, 8),
                                easter.plusDays(39),
                                easter.plusDays(50),
                                LocalDate.of(year, 7, 14),
                                LocalDate.of(year, 8, 15),
                                LocalDate.of(year, 11, 1),
                                LocalDate.of(year, 11, 11),
                                LocalDate.of(year, 12, 25))
                        .distinct()
                        .toList());
    }

    @Test
    void knowsTheSchoolHolidaysOfZoneB() {
        assertThat(SCHOOL.all())
                .containsSequence(
                        new Holidays(LocalDate.of(2018, 2, 24), LocalDate.of(2018, 3, 11)),
                        new Holidays(LocalDate.of(2018, 4, 21), LocalDate.of(2018, 5, 6)));
        assertThat(SCHOOL.lastKnown()).isEqualTo(LocalDate.of(2026, 8, 30));
    }

    @Test
    void knowsThemInOrderWithoutAGapOfAYear() {
        List<Holidays> all = SCHOOL.all();

        assertThat(all.getFirst().first()).isEqualTo(LocalDate.of(2007, 9, 1));
        assertThat(IntStream.range(1, all.size()))
                .allMatch(rank ->
                        all.get(rank - 1).last().isBefore(all.get(rank).first())
                                && ChronoUnit.DAYS.between(
                                                all.get(rank - 1).last(),
                                                all.get(rank).first())
                                        < 100);
        assertThat(all).allMatch(one -> !one.last().isBefore(one.first()));
    }

    /** The Gregorian computus, by Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int days = epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) / 451) + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
