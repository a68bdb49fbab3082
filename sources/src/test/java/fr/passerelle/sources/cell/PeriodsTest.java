package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {

    @ParameterizedTest
    @CsvSource({
        "2017-03, 2017-03-01, 2017-03-31, MOIS",
        "2017-3, 2017-03-01, 2017-03-31, MOIS",
        "2025-1, 2025-01-01, 2025-01-31, MOIS",
        "03/2017, 2017-03-01, 2017-03-31, MOIS",
        "mars 2017, 2017-03-01, 2017-03-31, MOIS",
        "Févr. 2016, 2016-02-01, 2016-02-29, MOIS",
        "2017 août, 2017-08-01, 2017-08-31, MOIS",
        "T1 2017, 2017-01-01, 2017-03-31, TRIMESTRE",
        "2017-T4, 2017-10-01, 2017-12-31, TRIMESTRE",
        "2017Q2, 2017-04-01, 2017-06-30, TRIMESTRE",
        "1er trimestre 2017, 2017-01-01, 2017-03-31, TRIMESTRE",
        "3ème trimestre 2017, 2017-07-01, 2017-09-30, TRIMESTRE",
        "2e semestre 2017, 2017-07-01, 2017-12-31, SEMESTRE",
        "premier semestre 2017, 2017-01-01, 2017-06-30, SEMESTRE",
        "2017, 2017-01-01, 2017-12-31, ANNEE",
        "semaine 12 2017, 2017-03-20, 2017-03-26, SEMAINE",
        "2017-W12, 2017-03-20, 2017-03-26, SEMAINE",
        "2015-W53, 2015-12-28, 2016-01-03, SEMAINE",
        "2017-03-04, 2017-03-04, 2017-03-04, JOUR",
        "25/03/2017, 2017-03-25, 2017-03-25, JOUR",
        "4 mars 2017, 2017-03-04, 2017-03-04, JOUR",
    })
    void readsAPeriodByItsName(String text, LocalDate start, LocalDate end, String grain) {
        assertThat(Periods.of(text, Forms.UNDECLARED, null)).isEqualTo(new Periods.DaySpan(start, end, grain));
    }

    @Test
    void readsTheFirstDayOfAMonthAsTheMonthWhereMonthsAreDeclared() {
        assertThat(Periods.of("2017-03-01", Forms.UNDECLARED, "MOIS"))
                .isEqualTo(new Periods.DaySpan(LocalDate.of(2017, 3, 1), LocalDate.of(2017, 3, 31), "MOIS"));
        assertThat(Periods.of("2017-03-02", Forms.UNDECLARED, "MOIS"))
                .isEqualTo(Periods.DaySpan.day(LocalDate.of(2017, 3, 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "03/17", "mars", "mars 17", "2017-13", "2017-00", "T5 2017", "S1 2017",
                "2017-S2", "S3 2017", "S12 2017", "2017-W53", "2017-W0", "semaine 54 2017", "05/04/2017", "1817",
                "2017-2018", "12", "total 2017", "marche 2017", "２０１７"
            })
    void namesNoPeriodInDoubt(String text) {
        assertThat(Periods.of(text, Forms.UNDECLARED, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "S1 2017, SEMESTRE, 2017-01-01, 2017-06-30", "2017-S2, SEMESTRE, 2017-07-01, 2017-12-31",
        "S1 2017, SEMAINE, 2017-01-02, 2017-01-08", "S12 2017, SEMAINE, 2017-03-20, 2017-03-26"
    })
    void readsALoneSAsItsGrainIsDeclared(String text, String grain, LocalDate start, LocalDate end) {
        assertThat(Periods.of(text, Forms.UNDECLARED, grain)).isEqualTo(new Periods.DaySpan(start, end, grain));
    }

    @Test
    void readsADayOfADeclaredForm() {
        assertThat(Periods.of("05/04/2017", Typing.declaring("dates: [JJ/MM/AAAA]"), null))
                .isEqualTo(Periods.DaySpan.day(LocalDate.of(2017, 4, 5)));
    }
}
