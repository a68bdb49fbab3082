package fr.passerelle.sheets.french;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonthsTest {

    @Test
    void saysOneMonthAlone() {
        assertThat(Months.ranges(months("2017-02"))).isEqualTo("février 2017");
    }

    @Test
    void joinsMonthsThatFollowOneAnother() {
        assertThat(Months.ranges(months("2017-01", "2017-02", "2017-03"))).isEqualTo("de janvier à mars 2017");
    }

    @Test
    void saysBothYearsAcrossTheNewYear() {
        assertThat(Months.ranges(months("2016-12", "2017-01"))).isEqualTo("de décembre 2016 à janvier 2017");
    }

    @Test
    void elidesBeforeAVowel() {
        assertThat(Months.ranges(months("2017-08", "2017-09"))).isEqualTo("d’août à septembre 2017");
    }

    @Test
    void keepsHolesApart() {
        assertThat(Months.ranges(months("2017-01", "2017-03", "2017-04", "2017-12")))
                .isEqualTo("janvier 2017, de mars à avril 2017, décembre 2017");
    }

    @Test
    void elidesAtTheEndOfAMonth() {
        assertThat(Months.atTheEndOf(YearMonth.of(2017, 10))).isEqualTo("à la fin d’octobre 2017");
        assertThat(Months.atTheEndOf(YearMonth.of(2017, 8))).isEqualTo("à la fin d’août 2017");
        assertThat(Months.atTheEndOf(YearMonth.of(2017, 3))).isEqualTo("à la fin de mars 2017");
    }

    private static List<YearMonth> months(String... months) {
        return Stream.of(months).map(YearMonth::parse).toList();
    }
}
