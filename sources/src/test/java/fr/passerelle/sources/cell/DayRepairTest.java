package fr.passerelle.sources.cell;

import static fr.passerelle.sources.cell.Forms.DateForm.DAY_MONTH_SHORT_YEAR;
import static fr.passerelle.sources.cell.Forms.DateForm.DAY_MONTH_YEAR;
import static fr.passerelle.sources.cell.Forms.DateForm.EXCEL_1900;
import static fr.passerelle.sources.cell.Forms.DateForm.EXCEL_1904;
import static fr.passerelle.sources.cell.Forms.DateForm.MONTH_DAY_SHORT_YEAR;
import static fr.passerelle.sources.cell.Forms.DateForm.MONTH_DAY_YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayRepairTest {

    private static final String DAY = "date_ouverture";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2017-03-04             | 2017-03-04",
                "25/12/2017             | 2017-12-25 DATE_FRANCAISE",
                "25-12-2017             | 2017-12-25 DATE_FRANCAISE",
                "25.12.2017             | 2017-12-25 DATE_FRANCAISE",
                "13/2/2017 00:00:00     | 2017-02-13 DATE_FRANCAISE",
                "03/03/2017             | 2017-03-03 DATE_FRANCAISE",
                "3 mars 2017            | 2017-03-03 MOIS_EN_LETTRES",
                "1er mars 2017          | 2017-03-01 MOIS_EN_LETTRES",
                "02 janv. 2017          | 2017-01-02 MOIS_EN_LETTRES",
                "14 Février 2017        | 2017-02-14 MOIS_EN_LETTRES",
                "14 fevrier 2017        | 2017-02-14 MOIS_EN_LETTRES",
                "15 AOÛT 2017           | 2017-08-15 MOIS_EN_LETTRES",
                "31-déc-2017            | 2017-12-31 MOIS_EN_LETTRES",
                "vendredi 3 mars 2017   | 2017-03-03 MOIS_EN_LETTRES",
                "2017-03-04T00:00       | 2017-03-04 MINUIT",
                "2017-03-04 00:00:00.000| 2017-03-04 MINUIT",
                "2017/03/04             | 2017-03-04 DATE_COMPLETEE",
                "2017-3-4               | 2017-03-04 DATE_COMPLETEE",
            })
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
    @CsvSource(
            delimiter = '|',
            value = {
                "30/02/2017 | Elle a la forme déclarée (JJ/MM/AAAA), mais ce jour n'existe pas : corrigez-la.",
                "30/02/17   | Elle n'a pas la forme déclarée (JJ/MM/AAAA) : corrigez-la, ou déclarez aussi sa forme.",
                "lundi      | Elle n'a pas la forme déclarée (JJ/MM/AAAA) : corrigez-la, ou déclarez aussi sa forme.",
            })
    void saysWhatIsWrongWithACellWhereTheFormIsDeclared(String cell, String advice) {
        assertThat(Typing.column(DAY, Typing.dates(DAY_MONTH_YEAR)).message(cell))
                .endsWith("est attendu. " + advice);
    }

    @Test
    void saysWhereDeclaredFormsReadACellInTwoWays() {
        assertThat(Typing.column(DAY, Typing.dates(DAY_MONTH_YEAR, MONTH_DAY_YEAR))
                        .message("09/06/2021"))
                .endsWith(" Les formes déclarées (JJ/MM/AAAA, MM/JJ/AAAA) la lisent de plusieurs façons : écrivez"
                        + " AAAA-MM-JJ.");
    }

    @Test
    void readsDeclaredFormsWithoutACorrection() {
        assertThat(Typing.read(DAY, "09/06/2021", Typing.dates(DAY_MONTH_YEAR))).isEqualTo("2021-06-09 -");
        assertThat(Typing.read(DAY, "09/06/2021", Typing.dates(MONTH_DAY_YEAR))).isEqualTo("2021-09-06 -");
        assertThat(Typing.read(DAY, "09/06/49", Typing.dates(DAY_MONTH_SHORT_YEAR)))
                .isEqualTo("2049-06-09 -");
        assertThat(Typing.read(DAY, "09/06/97", Typing.dates(MONTH_DAY_SHORT_YEAR)))
                .isEqualTo("1997-09-06 -");
        assertThat(Typing.read(DAY, "42736", Typing.dates(EXCEL_1900))).isEqualTo("2017-01-01 -");
        assertThat(Typing.read(DAY, "42736.0", Typing.dates(EXCEL_1900))).isEqualTo("2017-01-01 -");
        assertThat(Typing.read(DAY, "41274", Typing.dates(EXCEL_1904))).isEqualTo("2017-01-01 -");
    }

    @Test
    void refusesADayWithTimeInASerialNumber() {
        assertThat(Typing.read(DAY, "42736.5", Typing.dates(EXCEL_1900))).isEqualTo("DATE");
    }

    @Test
    void holdsADeclarationAgainstWhatWouldBeSureWithoutIt() {
        assertThat(Typing.read(DAY, "25/12/2017", Typing.dates(MONTH_DAY_YEAR))).isEqualTo("DATE");
        assertThat(Typing.read(DAY, "25/12/49", Typing.dates(DAY_MONTH_YEAR))).isEqualTo("DATE");
        assertThat(Typing.read(DAY, "3 mars 2017", Typing.dates(DAY_MONTH_YEAR)))
                .isEqualTo("2017-03-03 MOIS_EN_LETTRES");
    }

    @Test
    void refusesADayThatTwoDeclaredFormsReadDifferently() {
        Forms both = Typing.dates(DAY_MONTH_YEAR, MONTH_DAY_YEAR);

        assertThat(Typing.read(DAY, "09/06/2021", both)).isEqualTo("DATE");
        assertThat(Typing.read(DAY, "25/06/2021", both)).isEqualTo("2021-06-25 -");
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
