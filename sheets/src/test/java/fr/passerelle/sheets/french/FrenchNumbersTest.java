package fr.passerelle.sheets.french;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FrenchNumbersTest {

    @Test
    void writesACommaAndThousandsApart() {
        assertThat(FrenchNumbers.whole(1234567)).isEqualTo("1\u00a0234\u00a0567");
        assertThat(FrenchNumbers.decimal(new BigDecimal("-1234.5600"), 4)).isEqualTo("−1\u00a0234,56");
        assertThat(FrenchNumbers.amount(new BigDecimal("72049.5"))).isEqualTo("72\u00a0049,50");
    }

    @Test
    void showsOnlyTheDecimalsThatThereAre() {
        assertThat(FrenchNumbers.amount(new BigDecimal("0"))).isEqualTo("0,00");
        assertThat(FrenchNumbers.decimal(new BigDecimal("3"), 2)).isEqualTo("3");
    }
}
