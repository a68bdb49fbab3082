package fr.passerelle.sheets.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sheets.form.HtmlForm.ColumnWidths;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

    @Test
    void givesWhatIsLeftToTheColumnThatSaysTheMost() {
        List<Integer> shares = shares("Poids", "40", "Calcul", "présences ".repeat(20));

        assertThat(shares.getFirst()).isBetween(5, 15);
        assertThat(shares.get(1)).isGreaterThan(80);
    }

    @Test
    void neverTakesMoreThanThereIs() {
        assertThat(shares("A".repeat(200), "A", "B".repeat(200), "B").stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isLessThanOrEqualTo(100);
        assertThat(shares("", "", "", "")).containsExactly(50, 50);
    }

    private static List<Integer> shares(String first, String under, String second, String text) {
        return ColumnWidths.of(new Block.Grid("", List.of(first, second), List.of(List.of(under, text))))
                .shares(100);
    }
}
