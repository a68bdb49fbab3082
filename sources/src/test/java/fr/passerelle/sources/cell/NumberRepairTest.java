package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.TableSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRepairTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        1234.5     | 1234.5
        1,5        | 1.5 DECIMALE
        0,123      | NOMBRE
        1 234,5    | 1234.5 DECIMALE
        1 234      | 1234 ESPACES
        1'234.5    | 1234.5 ESPACES
        1’234      | 1234 ESPACES
        1.234,56   | 1234.56 DECIMALE
        1,234.5    | 1234.5 ESPACES
        1.234.567  | 1234567 ESPACES
        1,234,567  | 1234567 ESPACES
        1 234.50   | 1234.50 ESPACES
        45,5 m²    | 45.5 UNITE
        45m2       | 45 UNITE
        1 045,50 m²| 1045.50 UNITE
        +45.5      | 45.5 SIGNE
        45.5000    | 45.50 DECIMALE
        """)
    void readsWhatLeavesNoDoubt(String cell, String expected) {
        assertThat(Typing.read("surface_m2", cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u202F", "\u2009", " "})
    void readsThousandsPartedByAnySpace(String space) {
        assertThat(Typing.read("surface_m2", "1" + space + "234,5")).isEqualTo("1234.5 DECIMALE");
        assertThat(Typing.read("presences", "12" + space + "345" + space + "678"))
                .isEqualTo("ENTIER");
        assertThat(Typing.read("presences", "2" + space + "345" + space + "678"))
                .isEqualTo("2345678 ESPACES");
        assertThat(Typing.read("presences", "12" + space)).isEqualTo("12 ESPACES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,234", "1.234", "12 34", "1 2345", "0 123", "1 23", "1.23.456", "1,2.3", "1,,5", "45.555",
                "45,555 m²", "45 km", "45 Mo", "35 %", "1e3", "1/2", "\uFF11\uFF12", "１,5", "12-13", "-5",
                "5 ou 6", "#REF!", ".5", "5.", "1  234", "1 234\u00A0567.1234"
            })
    void refusesWhatIsInDoubt(String cell) {
        assertThat(Typing.read("surface_m2", cell)).isEqualTo("NOMBRE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        5.0 | 5 DECIMALE
        5,00 | 5 DECIMALE
        1 234,0 | 1234 DECIMALE
        +12 | 12 SIGNE
        """)
    void readsWholeNumbersWithEmptyDecimals(String cell, String expected) {
        assertThat(Typing.read("presences", cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.5", "5,5", "5.000", "1,234", "12 h", "-1"})
    void refusesWholeNumbersThatAreNot(String cell) {
        assertThat(Typing.read("presences", cell)).isEqualTo("ENTIER");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        decimale: ','  | surface_m2 | 1,50      | 1.50 -
        decimale: ','  | surface_m2 | 1.234     | 1234 -
        decimale: ','  | surface_m2 | 1.234,5   | 1234.5 -
        decimale: ','  | presences  | 1.234     | 1234 -
        decimale: '.'  | presences  | 1,234     | 1234 -
        decimale: ','  | surface_m2 | 1 234,5   | 1234.5 ESPACES
        decimale: ','  | surface_m2 | 45.5      | NOMBRE
        decimale: ','  | surface_m2 | 1,234.5   | NOMBRE
        decimale: ','  | surface_m2 | 1,234,567 | NOMBRE
        decimale: '.'  | surface_m2 | 1,5       | NOMBRE
        unites: ['%']  | presences  | 35 %      | 35 -
        """)
    void readsWhatIsDeclaredWithoutACorrectionAndHoldsItAgainstTheCanonicalForm(
            String declared, String column, String cell, String expected) {
        assertThat(Typing.read(column, cell, Typing.declaring("nombres: {" + declared + "}")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        debit_mbits | 30 Mbit/s   | 30 UNITE
        debit_mbits | 100 Mo      | NOMBRE
        debit_mbits | 100 MB/s    | NOMBRE
        cout_etude  | 12 500,00 € | 12500.00 UNITE
        latitude    | 49,894067°  | 49.894067 UNITE
        latitude    | 49,894      | 49.894 DECIMALE
        latitude    | 49 894      | NOMBRE
        latitude    | 6977000     | NOMBRE
        """)
    void takesOnlyTheColumnsOwnUnitAndACommaInDegreesForDecimals(String column, String cell, String expected) {
        assertThat(Typing.read(column, cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        12 h | 12 UNITE
        12h30 | 12.5 DUREE
        12 H 45 | 12.75 DUREE
        7h06 min | 7.1 DUREE
        12h20 | NOMBRE
        12h75 | NOMBRE
        12:30 | NOMBRE
        169h00 | NOMBRE
        """)
    void readsHoursAndMinutesThatAreExactHundredths(String cell, String expected) {
        assertThat(Typing.read("heures_hebdo_reelles", cell)).isEqualTo(expected);
    }

    @Test
    void saysWhatToDoAboutAMarkInDoubt() {
        Column surface = Typing.column("surface_m2", Forms.UNDECLARED);

        assertThat(surface.message("1,234")).contains("déclarez le séparateur décimal");
        assertThat(surface.message("abc")).doesNotContain("déclarez");
    }

    private static final List<String> HEADER = TableSchema.salles().header();
    private static final String LAON = "02408";
    private static final String BELGIUM = "99131";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        49.564 | 3.62 | 02408 | `` | typed
        41 | -5.6 | 02408 | `` | typed
        51.6 | 9.8 | 02408 | `` | typed
        49,564 | 3,62 | 02408 | `` | typed
        49.564° | 3.62° | 02408 | `` | typed
        3.62 | 49.564 | 02408 | `` | 49.564 3.62 COORDONNEES_INVERSEES
        -1,5 | 49,564 | 02408 | `` | 49.564 -1.5 COORDONNEES_INVERSEES
        3.62 | 51.6 | 02408 | `` | 51.6 3.62 COORDONNEES_INVERSEES
        9.8 | 41.00 | 02408 | `` | 41.00 9.8 COORDONNEES_INVERSEES
        # any degrees abroad and overseas
        54.97 | -1.61 | 99132 | `` | typed
        3.2 | 50.7 | 99131.0 | `` | typed
        54.97 | -1.61 | 99100 | `` | nowhere
        54.97 | -1.61 | `` | `` | nowhere
        -22.233939 | 166.468099 | 98818 | `` | typed
        16.47133 | -61.508864 | 97102 | `` | typed
        16.47133 | -61.508864 | 96102 | `` | nowhere
        # what is not two numbers
        `` | 49.564 | 02408 | `` | typed
        3.62 | `` | 02408 | `` | typed
        n.c. | 49.564 | 02408 | `` | typed
        49°33'50" | 3.62 | 02408 | `` | typed
        3.6212345678901234 | 49.564 | 02408 | `` | typed
        # as it is declared
        0 | 0 | 02408 | vides: ["0"] | typed
        3,62 | 49,564 | 02408 | nombres: {decimale: ","} | 49.564 3.62 COORDONNEES_INVERSEES
        6.600.000 | 700.000 | 02408 | nombres: {decimale: ","} | 46.500000 3.000000 LAMBERT_93
        49.564 | 3.62 | 02408 | coordonnees: LAMBERT-93 | nowhere Ces coordonnées ne sont pas des mètres Lambert-93
        700000 | 6600000 | 02408 | coordonnees: LAMBERT-93 | nowhere
        """)
    void takesPutsBackOrRefusesAPlace(
            String latitude, String longitude, String insee, String declared, String expected) {
        String read = read(latitude, longitude, insee, Typing.declaring(declared));
        boolean refused = expected.startsWith("nowhere");

        assertThat(refused ? read.substring(0, expected.length()) : read).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        6600000    | 700000     | 46.500000 3.000000
        6862282.2  | 652381.1   | 48.858814 2.350974
        6 977 543  | 649 000,50 | 49.894534 2.290791
        6977543    | 649000.5   | 49.894534 2.290791
        """)
    void turnsMetresOfLambert93IntoDegrees(String y, String x, String expected) {
        assertThat(read(y, x, LAON)).isEqualTo(expected + " LAMBERT_93");
        assertThat(read(y, x, LAON, Typing.declaring("coordonnees: LAMBERT-93")))
                .isEqualTo(expected + " -");
        assertThat(read(y, x, BELGIUM, Typing.declaring("coordonnees: LAMBERT-93")))
                .isEqualTo(expected + " -");
        assertThat(read(y, x, LAON, Typing.declaring("coordonnees: WGS84"))).startsWith("nowhere");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        700000  | 6600000
        0       | 0
        52.0    | 3.62
        49.564  | 10.0
        -21.1   | 55.5
        95      | 200
        49.564  | 700000
        7150000 | 1250000
        6.600.000 | 700.000
        5999999 | 700000
        6600000 | 1250001
        2495000 | 700000
        """)
    void refusesWhatIsNotInFrance(String latitude, String longitude) {
        assertThat(read(latitude, longitude, LAON)).startsWith("nowhere Ces coordonnées ne sont pas en France");
    }

    @Test
    void isOnlyForTablesWithPlaces() {
        List<String> attendance = TableSchema.frequentation().header();

        assertThat(CoordinateReader.of(attendance, Forms.UNDECLARED, Forms.UNDECLARED))
                .isNull();
    }

    private static String read(String latitude, String longitude, String insee) {
        return read(latitude, longitude, insee, Forms.UNDECLARED);
    }

    private static String read(String latitude, String longitude, String insee, Forms forms) {
        String[] cells = new String[HEADER.size()];
        Arrays.fill(cells, "");
        cells[HEADER.indexOf(CoordinateReader.LATITUDE)] = latitude;
        cells[HEADER.indexOf(CoordinateReader.LONGITUDE)] = longitude;
        cells[HEADER.indexOf("code_insee")] = insee;
        return switch (Objects.requireNonNull(CoordinateReader.of(HEADER, forms, forms))
                .of(cells)) {
            case CoordinateReader.Reading.AsTold() -> "typed";
            case CoordinateReader.Reading.Nowhere(String message) -> "nowhere " + message;
            case CoordinateReader.Reading.Moved(RepairedText north, RepairedText east) -> moved(north, east);
        };
    }

    private static String moved(RepairedText north, RepairedText east) {
        assertThat(north.code()).isEqualTo(east.code());
        assertThat(Typing.read(CoordinateReader.LATITUDE, north.text())).isEqualTo(north.text());
        assertThat(Typing.read(CoordinateReader.LONGITUDE, east.text())).isEqualTo(east.text());
        Correction code = north.code();
        return north.text() + " " + east.text() + " " + (code == null ? "-" : code.name());
    }
}
