package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.period;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.batch.fixture.Import;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.mapping.Mapping;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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
    void takesAClosingThatIsToldAhead() {
        assertThat(reasons(Import.register(";A;2018-01-01;2018-12-31;ANNEE;ACCES_LIBRE;FERME;;;;;;;")))
                .isEmpty();
    }

    @Test
    void takesForecastsThatAreDeclared() {
        assertThat(reasons(mapped(MAPPING))).containsExactly("periode_fin PERIODE_FUTURE");
        assertThat(reasons(mapped(MAPPING + "previsions: oui\n"))).isEmpty();
    }

    @Test
    void saysWhatToDoAboutAPeriodThatEndsLater() {
        AttendanceLine line = first(Import.register(month("A", "2017-11", 1)));

        assertThat(line)
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
                TableSchema.frequentation(),
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
}
