package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.period;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.mapping.Mapping;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FutureRuleTest {

    private static final YearMonth NIGHT = YearMonth.of(2017, 10);
    private static final String MAPPING = """
        mapping: reservations
        table: frequentation
        fichiers: ["*.csv"]
        colonnes: {id_salle: Salle, activite: {constante: ATELIER}, etat: {constante: OUVERT}, presences: Presences}
        periode: Mois
        """;

    @ParameterizedTest
    @CsvSource({
        "2017-10-01, 2017-10-31, MOIS",
        "2017-10-31, 2017-10-31, SEANCE",
        "2017-10-01, 2017-12-31, TRIMESTRE",
        "2017-07-01, 2017-12-31, SEMESTRE",
        "2017-01-01, 2017-12-31, ANNEE"
    })
    void takesWhatEndsInTheMonthOfTheNightAndLongPeriodsThatHaveBegun(String start, String end, String grain) {
        assertThat(reasons(Import.register(period("", "A", start, end, grain, 1))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-11-01, 2017-11-30, MOIS",
        "2071-10-01, 2071-10-31, MOIS",
        "2017-11-01, 2017-11-01, SEANCE",
        "2017-10-30, 2017-11-05, SEMAINE",
        "2017-10-02, 2017-11-03, PERIODE",
        "2018-01-01, 2018-03-31, TRIMESTRE",
        "2018-01-01, 2018-12-31, ANNEE"
    })
    void refusesWhatEndsLater(String start, String end, String grain) {
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
    void saysWhatToDo() {
        AttendanceLine line = first(Import.register(month("A", "2017-11", 1)));

        assertThat(line)
                .isInstanceOfSatisfying(
                        AttendanceLine.Refused.class,
                        refused -> assertThat(refused.rejected().message())
                                .contains("(2017-10)", "corrigez l'année ou le mois", "« previsions: oui »"));
    }

    private static InputFile mapped(String mapping) {
        return InputFile.examine(
                Csv.text("Salle;Mois;Presences\nA;2017-11;12\n"),
                "reservations",
                TableSchema.frequentation(),
                Mapping.parse(mapping, "reservations.yaml"));
    }

    private static @Nullable AttendanceLine first(InputFile file) {
        try (AttendanceDryRun rows = new AttendanceDryRun(file, null, NIGHT)) {
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
