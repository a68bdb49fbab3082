package fr.passerelle.sources.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MonthFormsTest {

    @Test
    void readsMonthsInLettersAsCellsDo() {
        List<String> headers =
                List.of("Salle", "Janvier 2019", "FÉVR. 2019", "août-2019", "May 2020 [r]", "Total 2019");

        assertThat(MonthColumns.form(headers)).contains("MMMM AAAA");
        assertThat(MonthColumns.months("MMMM AAAA", headers)).containsExactlyElementsOf(headers.subList(1, 5));
    }

    @Test
    void readsNoMonthWithoutItsYear() {
        assertThat(MonthColumns.form(List.of("Salle", "Janvier", "Février", "Mars 19")))
                .isEmpty();
    }
}
