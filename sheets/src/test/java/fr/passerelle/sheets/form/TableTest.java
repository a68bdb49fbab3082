package fr.passerelle.sheets.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sheets.form.Table.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How people are told the cells of a table, and which rows hold the words that they look for. */
class TableTest {

    private static final Table<String> CELLS = Table.<String>layout()
            .text("texte", row -> "a|b")
            .text("codes", row -> List.of("FABLAB", "COWORKING"))
            .text("aucun", row -> List.of())
            .figure("mesure", row -> "3 km")
            .integer("nombre", row -> 12_345)
            .decimal("part", 6, "", row -> new BigDecimal("0.4"))
            .euros("euros", row -> new BigDecimal("-1234.5"))
            .flag("oui", "", row -> true)
            .date("jour", row -> LocalDate.of(2018, 1, 8))
            .of(List.of(""));

    @Test
    void saysEachCellInFrench() {
        assertThat(CELLS.columns().stream().map(column -> column.said("", day -> "le " + day.getDayOfMonth())))
                .containsExactly(
                        "a|b",
                        "FABLAB, COWORKING",
                        "—",
                        "3 km",
                        "12\u00a0345",
                        "0,400000",
                        "−1\u00a0234,50",
                        "oui",
                        "le 8");
    }

    @Test
    void putsWhatTellsANumberToTheRight() {
        assertThat(CELLS.columns().stream().filter(Column::isNumber).map(Column::name))
                .containsExactly("mesure", "nombre", "part", "euros");
    }

    @Test
    void findsTheRowsThatSayAllWords() {
        Table<String> names = Table.<String>layout()
                .text("nom", row -> row)
                .text("commune", row -> "Blesmes")
                .of(List.of("Salle d'Été", "Salle du bourg"));

        assertThat(List.of("BLÈSMES  été", "salle bles", "bourg été"))
                .extracting(words ->
                        names.list().stream().filter(names.saying(words)).count())
                .containsExactly(1L, 2L, 0L);
    }
}
