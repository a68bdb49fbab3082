package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sources.cell.WeeklySpans.Span;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklySpansTest {

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
    void partsDaysAtMidnight() {
        assertThat(WeeklySpans.read("24/7").orElseThrow().days().values())
                .hasSize(7)
                .containsOnly(List.of(new Span(0, 24 * 60)));
    }

    @Test
    void tellsMinutesThatAreNoHundredthOfAnHour() {
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
        """)
    void countsTheHoursOfAFrenchWeek(String cell, String hours) {
        assertThat(Typing.read(COLUMN, cell)).isEqualTo(hours + " HORAIRES");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00 | 35.5
        Mo,We 9:00-12:15                              | 6.5
        Mo-Fr 09:00-17:00; We off                     | 32
        Tu-Sa 10:00-18:00; Mo closed;                 | 40
        24/7                                          | 168
        """)
    void countsTheHoursOfAnOsmWeek(String cell, String hours) {
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
    void readsNoWeekThatIsTooLong() {
        assertThat(Typing.read(COLUMN, "lundi 9h-12h" + ";".repeat(200))).isEqualTo("NOMBRE");
    }

    @Test
    void readsAWeekOnlyWhereHoursAreWeekly() {
        assertThat(Typing.read("heures_seances", "lundi 9h-12h")).isEqualTo("NOMBRE");
        assertThat(Typing.read("heures_hebdo_reelles", "12h30")).isEqualTo("12.5 DUREE");
    }

    @Test
    void saysWhichHoursItReads() {
        Column column = Typing.column(COLUMN, Forms.UNDECLARED);

        assertThat(column.message("sur rendez-vous")).contains("mardi au vendredi 9h-12h et 14h-17h30");
        assertThat(column.message("1,234")).doesNotContain("horaires");
    }
}
