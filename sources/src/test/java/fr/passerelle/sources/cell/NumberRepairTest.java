package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

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
}
