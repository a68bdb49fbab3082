package fr.passerelle.sources.cell;

import static fr.passerelle.sources.cell.Forms.DateForm.DAY_MONTH_YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayRepairTest {

    private static final String DAY = "date_ouverture";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2017-03-04             | 2017-03-04
        25/12/2017             | 2017-12-25 DATE_FRANCAISE
        25-12-2017             | 2017-12-25 DATE_FRANCAISE
        25.12.2017             | 2017-12-25 DATE_FRANCAISE
        13/2/2017 00:00:00     | 2017-02-13 DATE_FRANCAISE
        03/03/2017             | 2017-03-03 DATE_FRANCAISE
        3 mars 2017            | 2017-03-03 MOIS_EN_LETTRES
        1er mars 2017          | 2017-03-01 MOIS_EN_LETTRES
        02 janv. 2017          | 2017-01-02 MOIS_EN_LETTRES
        14 Février 2017        | 2017-02-14 MOIS_EN_LETTRES
        14 fevrier 2017        | 2017-02-14 MOIS_EN_LETTRES
        15 AOÛT 2017           | 2017-08-15 MOIS_EN_LETTRES
        31-déc-2017            | 2017-12-31 MOIS_EN_LETTRES
        vendredi 3 mars 2017   | 2017-03-03 MOIS_EN_LETTRES
        2017-03-04T00:00       | 2017-03-04 MINUIT
        2017-03-04 00:00:00.000| 2017-03-04 MINUIT
        2017/03/04             | 2017-03-04 DATE_COMPLETEE
        2017-3-4               | 2017-03-04 DATE_COMPLETEE
        """)
    void readsWhatLeavesNoDoubt(String cell, String expected) {
        assertThat(Typing.read(DAY, cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09/06/2021", "03/17/2017", "29/02/2017", "31/04/2017", "25/12/17", "25/12-2017", "2017-03-04T10:00",
                        "2017-02-30",
                "2017-03-04T00:00Z", "32 mars 2017", "jeudi 3 mars 2017", "3 marsh 2017", "42736", "20170304",
                        "mars 2017", "2017",
                "25/12/1817", "２５/12/2017", "lundi", "0/0/2017", "00/00/0000"
            })
    void refusesWhatIsInDoubt(String cell) {
        assertThat(Typing.read(DAY, cell)).isEqualTo("DATE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        30/02/2017 | Elle a la forme déclarée (JJ/MM/AAAA), mais ce jour n'existe pas : corrigez-la.
        30/02/17   | Elle n'a pas la forme déclarée (JJ/MM/AAAA) : corrigez-la, ou déclarez aussi sa forme.
        lundi      | Elle n'a pas la forme déclarée (JJ/MM/AAAA) : corrigez-la, ou déclarez aussi sa forme.
        """)
    void saysWhatIsWrongWithACellWhereTheFormIsDeclared(String cell, String advice) {
        assertThat(Typing.column(DAY, dates("JJ/MM/AAAA")).message(cell)).endsWith("est attendu. " + advice);
    }

    @Test
    void saysWhereDeclaredFormsReadACellInTwoWays() {
        assertThat(Typing.column(DAY, dates("JJ/MM/AAAA, MM/JJ/AAAA")).message("09/06/2021"))
                .endsWith(" Les formes déclarées (JJ/MM/AAAA, MM/JJ/AAAA) la lisent de plusieurs façons : écrivez"
                        + " AAAA-MM-JJ.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        JJ/MM/AAAA             | 09/06/2021  | 2021-06-09 -
        MM/JJ/AAAA             | 09/06/2021  | 2021-09-06 -
        JJ/MM/AA               | 09/06/49    | 2049-06-09 -
        MM/JJ/AA               | 09/06/97    | 1997-09-06 -
        EXCEL-1900             | 42736       | 2017-01-01 -
        EXCEL-1900             | 42736.0     | 2017-01-01 -
        EXCEL-1904             | 41274       | 2017-01-01 -
        EXCEL-1900             | 42736.5     | DATE
        MM/JJ/AAAA             | 25/12/2017  | DATE
        JJ/MM/AAAA             | 25/12/49    | DATE
        JJ/MM/AAAA             | 3 mars 2017 | 2017-03-03 MOIS_EN_LETTRES
        JJ/MM/AAAA, MM/JJ/AAAA | 09/06/2021  | DATE
        JJ/MM/AAAA, MM/JJ/AAAA | 25/06/2021  | 2021-06-25 -
        """)
    void readsDeclaredFormsWithoutACorrectionAndHoldsThemAgainstWhatWouldBeSure(
            String forms, String cell, String expected) {
        assertThat(Typing.read(DAY, cell, dates(forms))).isEqualTo(expected);
    }

    private static Forms dates(String forms) {
        return Typing.declaring("siecle: 50\ndates: [" + forms + "]");
    }

    @Test
    void saysToDeclareTheForm() {
        assertThat(Typing.column(DAY, Forms.UNDECLARED).message("09/06/2021"))
                .contains("déclarez-la")
                .contains("JJ/MM/AAAA");
        assertThat(Typing.column(DAY, Forms.UNDECLARED).message("jamais")).doesNotContain("déclarez");
    }

    @Test
    void namesEachFormOnce() {
        assertThat(Forms.DateForm.named("JJ/MM/AAAA")).contains(DAY_MONTH_YEAR);
        assertThat(Forms.DateForm.named("JJ/MM")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2017, 2017-01-01, 2017-12-31, ANNEE", "premier semestre 2017, 2017-01-01, 2017-06-30, SEMESTRE",
        "2017-3, 2017-03-01, 2017-03-31, MOIS", "3ème trimestre 2017, 2017-07-01, 2017-09-30, TRIMESTRE",
        "2025-1, 2025-01-01, 2025-01-31, MOIS", "1er trimestre 2017, 2017-01-01, 2017-03-31, TRIMESTRE",
        "2017-03, 2017-03-01, 2017-03-31, MOIS", "2e semestre 2017, 2017-07-01, 2017-12-31, SEMESTRE",
        "03/2017, 2017-03-01, 2017-03-31, MOIS", "semaine 12 2017, 2017-03-20, 2017-03-26, SEMAINE",
        "mars 2017, 2017-03-01, 2017-03-31, MOIS", "2017-T4, 2017-10-01, 2017-12-31, TRIMESTRE",
        "2017 août, 2017-08-01, 2017-08-31, MOIS", "T1 2017, 2017-01-01, 2017-03-31, TRIMESTRE",
        "Févr. 2016, 2016-02-01, 2016-02-29, MOIS", "4 mars 2017, 2017-03-04, 2017-03-04, JOUR",
        "2017-03-04, 2017-03-04, 2017-03-04, JOUR", "2015-W53, 2015-12-28, 2016-01-03, SEMAINE",
        "25/03/2017, 2017-03-25, 2017-03-25, JOUR", "2017-W12, 2017-03-20, 2017-03-26, SEMAINE",
        "2017Q2, 2017-04-01, 2017-06-30, TRIMESTRE"
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
