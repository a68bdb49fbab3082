package fr.passerelle.rules.financing;

import static fr.passerelle.schemas.bareme.Reglement.Annees.CIVILE;
import static fr.passerelle.schemas.bareme.Reglement.Annees.CONVENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import fr.passerelle.schemas.event.AidLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BudgetYearsTest {

    private static final LocalDate OPENING = LocalDate.of(2018, 9, 1);

    @Test
    void splitsTheYearsOfTheConvention() {
        assertThat(BudgetYears.of(OPENING, aids("60000", "60000", "60000"), CONVENTION))
                .containsExactly(
                        entry(2018, new BigDecimal("15000.00")),
                        entry(2019, new BigDecimal("40000.00")),
                        entry(2020, new BigDecimal("25000.00")),
                        entry(2021, new BigDecimal("10000.00")));
    }

    @Test
    void leavesCivilYearsWhole() {
        assertThat(BudgetYears.of(OPENING, aids("20000", "60000", "60000"), CIVILE))
                .containsExactly(
                        entry(2018, new BigDecimal("15000.00")),
                        entry(2019, new BigDecimal("30000.00")),
                        entry(2020, new BigDecimal("15000.00")));
    }

    @Test
    void givesTheOddCentToTheLastPart() {
        assertThat(BudgetYears.of(OPENING, euros("45000.01"), CONVENTION))
                .containsExactly(entry(2018, new BigDecimal("15000.00")), entry(2019, new BigDecimal("30000.01")));
    }

    @Test
    void countsDaysOfMonthsOfThirty() {
        assertThat(BudgetYears.of(LocalDate.of(2018, 9, 16), euros("36000.00"), CONVENTION))
                .containsExactly(entry(2018, new BigDecimal("10500.00")), entry(2019, new BigDecimal("25500.00")));
        assertThat(BudgetYears.of(LocalDate.of(2018, 12, 31), euros("36000.00"), CONVENTION))
                .containsExactly(entry(2018, new BigDecimal("100.00")), entry(2019, new BigDecimal("35900.00")));
    }

    @Test
    void splitsNothingThatOpensOnTheFirstOfJanuary() {
        assertThat(BudgetYears.of(LocalDate.of(2018, 1, 1), euros("45000.00", "0.00"), CONVENTION))
                .containsExactly(entry(2018, new BigDecimal("45000.00")));
    }

    private static List<BigDecimal> aids(String first, String second, String third) {
        return new Financing(
                        Reglements.of2017(),
                        Projects.SIREN,
                        Projects.running(first, second, third).build())
                .lines(true).subList(2, 5).stream().map(AidLine::getAid).toList();
    }

    private static List<BigDecimal> euros(String... amounts) {
        return Stream.of(amounts).map(BigDecimal::new).toList();
    }
}
