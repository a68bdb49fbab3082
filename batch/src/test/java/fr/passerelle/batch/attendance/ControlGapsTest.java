package fr.passerelle.batch.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.month.Attendance;
import fr.passerelle.batch.month.ImportedMonth.ImportedLine;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlGapsTest {

    private static final int NONE = Attendance.NOT_COUNTED;

    private final List<ImportedLine> lines = new ArrayList<>();

    /** Of one activity: a day is a session of it, and what is not counted has no number. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        both numbers of a quarter that its months do not add up to | quarter 500, 2018-01 60, 2018-02 60, 2018-03 60 | 1 presences 500 180
        nothing where they agree | quarter 180, 2018-01 60, 2018-02 100, 2018-03 20, 2018-03-02 13, 2018-03-09 7 | ""
        months that nothing finer is known of may be the difference | quarter 500, 2018-01 60, 2018-03 60 | ""
        more than the whole even in a part | quarter 50, 2018-02 60 | 1 presences 50 60
        a month of which one session is known is a control as in the score | 2018-02 40, 2018-02-10 12 | 1 presences 40 12
        each control against those right within it | year 40, quarter 40, 2018-01 10, 2018-02 10, 2018-03 10 | 2 presences 40 30
        sessions across a month's end | week 10, 2018-01-30 4, 2018-02-02 5 | 1 presences 10 9
        nothing of what is not counted everywhere | quarter 500, 2018-01 60, 2018-02 -, 2018-03 60 | ""
        """)
    void tellsWhatAControlAndWhatIsWithinItSay(String what, String said, String found) {
        for (String line : said.split(", ")) {
            String[] told = line.split(" ");
            int presences = told[1].equals("-") ? NONE : Integer.parseInt(told[1]);
            switch (told[0]) {
                case "year" -> add("2018-01-01", "2018-12-31", Grain.ANNEE, presences);
                case "quarter" -> quarter(presences);
                case "week" -> add("2018-01-29", "2018-02-04", Grain.SEMAINE, presences);
                default -> {
                    if (told[0].length() == 7) {
                        month(told[0], presences);
                    } else {
                        session(told[0], presences);
                    }
                }
            }
        }

        assertThat(String.join(", ", gaps())).isEqualTo(found);
    }

    @Test
    void countsAClosingAsNobody() {
        quarter(100);
        month("2018-01", 60);
        month("2018-02", 30);
        lines.add(said("2018-03-01", "2018-03-31", Grain.MOIS, "AUTRE", Etat.FERME, NONE));

        assertThat(gaps()).containsExactly("1 presences 100 90");
    }

    @Test
    void keepsActivitiesApart() {
        quarter(60);
        lines.add(said("2018-01-01", "2018-01-31", Grain.MOIS, "JEUX", Etat.OUVERT, 600));

        assertThat(gaps()).isEmpty();
    }

    @Test
    void dependsOnNoOrder() {
        add("2018-01-01", "2018-12-31", Grain.ANNEE, 30);
        quarter(40);
        month("2018-01", 60);
        session("2018-01-02", 20);
        session("2018-01-02", 20);
        List<String> gaps = gaps();

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(lines, new Random(seed));
            assertThat(gaps()).isEqualTo(gaps);
        }
        assertThat(gaps).containsExactly("1 presences 30 40", "2 presences 40 60", "3 presences 60 40");
    }

    private void quarter(int presences) {
        add("2018-01-01", "2018-03-31", Grain.TRIMESTRE, presences);
    }

    private void month(String month, int presences) {
        YearMonth of = YearMonth.parse(month);
        add(of.atDay(1).toString(), of.atEndOfMonth().toString(), Grain.MOIS, presences);
    }

    private void session(String day, int presences) {
        add(day, day, Grain.SEANCE, presences);
    }

    private void add(String start, String end, Grain grain, int presences) {
        lines.add(said(start, end, grain, "ATELIER", Etat.OUVERT, presences));
    }

    private ImportedLine said(String start, String end, Grain grain, String activity, Etat etat, int presences) {
        Attendance value = new Attendance(
                "",
                "",
                (int) LocalDate.parse(start).toEpochDay(),
                (int) LocalDate.parse(end).toEpochDay(),
                grain,
                activity,
                etat,
                NONE,
                NONE,
                presences,
                NONE,
                NONE,
                NONE,
                NONE);
        return new ImportedLine(1, lines.size() + 1L, 0, value);
    }

    /** Line of the control, column, what it says, what the others add up to. */
    private List<String> gaps() {
        return ControlGaps.among(lines).stream()
                .map(gap -> gap.control().line() + " " + gap.column() + " " + gap.told() + " " + gap.found())
                .toList();
    }
}
