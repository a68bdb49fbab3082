package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.period;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.batch.fixture.Import;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.mapping.Mapping;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceDryRunTest {

    private static final YearMonth NIGHT = YearMonth.of(2026, 1);
    private static final YearMonth OCTOBER = YearMonth.of(2017, 10);
    private static final String MAPPING = """
        mapping: reservations
        table: frequentation
        fichiers: ["*.csv"]
        colonnes: {id_salle: Salle, activite: {constante: ATELIER}, etat: {constante: OUVERT}, presences: Presences}
        periode: Mois
        """;

    @Test
    void findsTheSameHoweverFewLinesItHoldsAtOnce() {
        String[] rows = Stream.of("A", "B", "C", "D")
                .flatMap(room -> Stream.of(
                        month("x" + room, room, "2017-01", 14), month("x", room, "2017-02", 14),
                        month("", room, "2017-01", 41), period("", room, "2017-03-04", "2017-03-04", "SEANCE", 4),
                        period("", room, "2017-03-04", "2017-03-04", "SEANCE", 4), month(room, "2017-03", 9)))
                .toArray(String[]::new);
        InputFile file = Import.register(rows);

        List<String> whole = told(file, 1_000);

        assertThat(whole)
                .hasSize(14)
                .contains(
                        "8 DOUBLON_CONTRADICTOIRE", "9 DOUBLON",
                        "DOUBLE_POSSIBLE 4 6 12 18", "CONTROLE_INEGAL 12 7 7 7");
        assertThat(told(file, 3)).isEqualTo(whole);
        assertThat(told(file, 1)).isEqualTo(whole);
    }

    @Test
    void tellsOfSessionsThatContradictEachOther() {
        InputFile file = Import.register(
                period("", "A", "2017-03-04", "2017-03-04", "SEANCE", 4),
                period("", "A", "2017-03-04", "2017-03-04", "SEANCE", 9),
                period("", "A", "2017-03-05", "2017-03-05", "SEANCE", 9),
                period("", "A", "2017-03-06", "2017-03-06", "SEANCE", 4).replace("ACCES_LIBRE", "AUTRE"),
                period("", "A", "2017-03-06", "2017-03-06", "SEANCE", 9).replace("ACCES_LIBRE", "AUTRE"));

        assertThat(told(file, 1_000)).contains("SEANCES_CONTRAIRES 1 3", "DOUBLE_POSSIBLE 0");
    }

    @Test
    void namesTheRoomThatIsMeantButForCase() {
        InputFile file = Import.register(month("a", "2017-01", 4));

        try (AttendanceDryRun rows = new AttendanceDryRun(file, Set.of("A", "B"), NIGHT)) {
            assertThat(rows.next())
                    .isInstanceOfSatisfying(
                            AttendanceLine.Refused.class,
                            refused -> assertThat(refused.rejected().message())
                                    .contains("mais « A » s'écrit ainsi à la casse près"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2017-10-01, 2017-10-31, MOIS", "2017-10-31, 2017-10-31, SEANCE",
        "2017-10-01, 2017-12-31, TRIMESTRE", "2017-07-01, 2017-12-31, SEMESTRE",
        "2017-01-01, 2017-12-31, ANNEE"
    })
    void takesWhatEndsInTheMonthOfTheNightAndLongPeriodsThatHaveBegun(String start, String end, String grain) {
        assertThat(reasons(Import.register(period("", "A", start, end, grain, 1))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-11-01, 2017-11-30, MOIS", "2071-10-01, 2071-10-31, MOIS", "2017-11-01, 2017-11-01, SEANCE",
        "2017-10-30, 2017-11-05, SEMAINE", "2017-10-02, 2017-11-03, PERIODE", "2018-01-01, 2018-03-31, TRIMESTRE",
        "2018-01-01, 2018-12-31, ANNEE"
    })
    void refusesWhatEndsAfterTheMonthOfTheNight(String start, String end, String grain) {
        assertThat(reasons(Import.register(period("", "A", start, end, grain, 1))))
                .containsExactly("periode_fin PERIODE_FUTURE");
    }

    @Test
    void takesAClosingThatIsToldAheadAndForecastsThatAreDeclared() {
        assertThat(reasons(Import.register(";A;2018-01-01;2018-12-31;ANNEE;ACCES_LIBRE;FERME;;;;;;;")))
                .isEmpty();
        assertThat(reasons(mapped(MAPPING))).containsExactly("periode_fin PERIODE_FUTURE");
        assertThat(reasons(mapped(MAPPING + "previsions: oui\n"))).isEmpty();
    }

    @Test
    void saysWhatToDoAboutAPeriodThatEndsLater() {
        assertThat(first(Import.register(month("A", "2017-11", 1))))
                .isInstanceOfSatisfying(
                        AttendanceLine.Refused.class,
                        refused -> assertThat(refused.rejected().message())
                                .contains("(2017-10)", "corrigez l'année ou le mois", "« previsions: oui »"));
    }

    /** The rejects, then what is odd: how many, and the first lines. */
    private static List<String> told(InputFile file, int slice) {
        List<String> told = new ArrayList<>();
        try (AttendanceDryRun rows = new AttendanceDryRun(file, null, NIGHT, slice)) {
            for (AttendanceLine line = rows.next(); line != null; line = rows.next()) {
                if (line instanceof AttendanceLine.Refused refused) {
                    told.add(
                            refused.rejected().line() + " " + refused.rejected().reason());
                }
            }
            rows.remarks().forEach(remarks -> {
                StringBuilder text = new StringBuilder(remarks.code() + " " + remarks.count());
                remarks.first().forEach(remark -> text.append(' ').append(remark.line()));
                told.add(text.toString());
            });
        }
        return told;
    }

    private static InputFile mapped(String mapping) {
        return InputFile.examine(
                Csv.text("Salle;Mois;Presences\nA;2017-11;12\n"),
                "reservations",
                TableSchema.FREQUENTATION,
                Mapping.parse(mapping, "reservations.yaml"));
    }

    private static @Nullable AttendanceLine first(InputFile file) {
        try (AttendanceDryRun rows = new AttendanceDryRun(file, null, OCTOBER)) {
            return rows.next();
        }
    }

    private static List<String> reasons(InputFile file) {
        List<String> reasons = new ArrayList<>();
        if (first(file) instanceof AttendanceLine.Refused refused) {
            reasons.add(refused.rejected().column() + " " + refused.rejected().reason());
        }
        return reasons;
    }

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
                        monthOf(told[0], presences);
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
        monthOf("2018-01", 60);
        monthOf("2018-02", 30);
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
        monthOf("2018-01", 60);
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

    private void monthOf(String month, int presences) {
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
