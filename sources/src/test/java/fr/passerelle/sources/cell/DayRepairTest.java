package fr.passerelle.sources.cell;

import static fr.passerelle.sources.cell.Forms.DateForm.DAY_MONTH_YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sources.cell.WeeklySpans.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    private static final Span MORNING = new Span(9 * 60, 12 * 60);
    private static final Span AFTERNOON = new Span(14 * 60, 17 * 60 + 30);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tu-We 09:00-12:00,14:00-17:30; Sa 09:00-12:00",
                "mardi et mercredi 9h-12h et 14h-17h30, samedi 9h-12h",
            })
    void tellsTheHoursOfEachDay(String text) {
        assertThat(WeeklySpans.read(text).orElseThrow().days())
                .isEqualTo(Map.of(
                        DayOfWeek.TUESDAY, List.of(MORNING, AFTERNOON),
                        DayOfWeek.WEDNESDAY, List.of(MORNING, AFTERNOON),
                        DayOfWeek.SATURDAY, List.of(MORNING)));
    }

    @Test
    void partsDaysAtMidnightAndTellsMinutesThatAreNoHundredthOfAnHour() {
        assertThat(WeeklySpans.read("24/7").orElseThrow().days().values())
                .hasSize(7)
                .containsOnly(List.of(new Span(0, 24 * 60)));
        assertThat(WeeklySpans.read("Mo 09:10-10:00").orElseThrow().days())
                .isEqualTo(Map.of(DayOfWeek.MONDAY, List.of(new Span(550, 600))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "sur rendez-vous", "Mo 09:00-12:00; Mo 10:00-11:00",
                "Mo[1] 09:00-12:00", "Mo-Fr 22:00-02:00", "Mo off",
                "PH off; Mo 09:00-12:00"
            })
    void readsNothingThatIsInDoubt(String text) {
        assertThat(WeeklySpans.read(text)).isEmpty();
    }

    private static final String COLUMN = "heures_hebdo_declarees";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        lundi 9h-12h et 14h-17h30, mardi au vendredi 9h-12h           | 18.5
        Lun-Ven 9h00-17h00; Sam 9-12                                  | 43
        Du lundi au vendredi de 9h à 12h et de 14h à 18h              | 35
        mardi au samedi 9h-12h, fermé le lundi                        | 15
        Lundi : 9:00 – 12:00 / 14:00 – 17:00                          | 6
        lundi au vendredi 9h-12h ; mercredi fermé                     | 12
        Ma, je. et ve 14 h-18 h                                       | 12
        les lundis et jeudis 14h-17h15.                               | 6.5
        samedi au lundi 10h-12h                                       | 6
        mardi 9h-9h03                                                 | 0.05
        lundi 0h-24h                                                  | 24
        Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00 | 35.5
        Mo,We 9:00-12:15                              | 6.5
        Mo-Fr 09:00-17:00; We off                     | 32
        Tu-Sa 10:00-18:00; Mo closed;                 | 40
        24/7                                          | 168
        """)
    void countsTheHoursOfAFrenchWeekAndOfAnOsmWeek(String cell, String hours) {
        assertThat(Typing.read(COLUMN, cell)).isEqualTo(hours + " HORAIRES");
        assertThat(Typing.read(COLUMN, cell, Typing.declaring("horaires: oui"))).isEqualTo(hours + " -");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sur rendez-vous", "lundi 9h-12h sur rendez-vous", "lundi 9h-12h sauf juillet",
                "lundi à partir de 14h", "lundi 14h-", "lundi 9h-12h,",
                "lundi 9h-12h-14h", "lundi 12h-9h", "lundi 9h-25h",
                "lundi 9h-12h, 11h-14h", "lundi 9h-12h, lundi 14h-17h", "lundi au vendredi 9h-12h; mercredi 14h-17h",
                "fermé le lundi, lundi 9h-12h", "lundi au lundi 9h-12h", "lundi 9h-12h20",
                "lundi du 9 au 12", "lundi matin 9h-12h", "1er lundi 9h-12h",
                "lundi 9.30-12.30", "fermé", "fermé le lundi",
                "lundi", "9h-12h", "9-12",
                "Mo 09:00+", "Mo 22:00-02:00", "Mo 09:00",
                "Mo 24:00-24:00", "09:00-12:00", "Mar 09:00-12:00",
                "Mo sunrise-12:00", "Mo 10:00-16:00/90", "Mo[1] 09:00-12:00",
                "Mo-Fr 09:00-12:00, We 14:00-17:00", "Mo-Fr 09:00-12:00; We 14:00-17:00", "Mo-Fr 09:00-12:00; PH off",
                "Mo,PH 09:00-12:00", "week 1-20 Mo 09:00-12:00", "Jan-Mar Mo 09:00-12:00",
                "2024 Mo 09:00-12:00", "Mo 09:00-12:00 || Tu 09:00-12:00", "Mo 09:00-12:00 \"sur rendez-vous\"",
                "Mo 09:00-12:00 unknown", "Mo-Fr 09:00-12:00 off", "Mo-Fr 09:00-12:00; We off \"travaux\"",
                "Mo off", "Mo", "open",
                "24/7; Su off; Mo 09:00-10:00"
            })
    void guessesNoHours(String cell) {
        assertThat(Typing.read(COLUMN, cell)).isEqualTo("NOMBRE");
        assertThat(Typing.read(COLUMN, cell, Typing.declaring("horaires: oui"))).isEqualTo("NOMBRE");
    }

    @Test
    void readsAWeekOnlyWhereHoursAreWeeklyAndNoneThatIsTooLong() {
        assertThat(Typing.read(COLUMN, "lundi 9h-12h" + ";".repeat(200))).isEqualTo("NOMBRE");
        assertThat(Typing.read("heures_seances", "lundi 9h-12h")).isEqualTo("NOMBRE");
        assertThat(Typing.read("heures_hebdo_reelles", "12h30")).isEqualTo("12.5 DUREE");
    }
}
