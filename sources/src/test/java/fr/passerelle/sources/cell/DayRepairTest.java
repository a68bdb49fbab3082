package fr.passerelle.sources.cell;

import static fr.passerelle.sources.cell.Forms.DateForm.DAY_MONTH_YEAR;
import static org.assertj.core.api.Assertions.assertThat;

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
}
