package fr.passerelle.events.projection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Intercommunalite;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDocTest {

    @Test
    void writesMoneyAsPlainNumbersWithTheirCents() {
        String doc = JsonDoc.of(Results.bare("45000.10"));

        assertThat(doc).contains("\"aid_total\":45000.10").contains("\"theoretical_ceiling\":115000.00");
    }

    @Test
    void writesNamesOfEnumsTextAndListsAndAbsentFieldsAsNull() {
        String doc = JsonDoc.of(Results.bare("1.00"));

        assertThat(doc)
                .contains("\"besoin\":\"ELEVE\"")
                .contains("\"name\":\"Communauté d'Été\"")
                .contains("\"functions\":[\"FABLAB\"]")
                .contains("\"demonstration\":true")
                .contains("\"left_total\":null");
    }

    @Test
    void writesDatesAsIsoText() {
        Intercommunalite line = Intercommunalite.newBuilder()
                .setFunctionsWanted(List.of())
                .setOpening(LocalDate.of(2018, 9, 1))
                .setCostEtude(new BigDecimal("12500.00"))
                .build();

        assertThat(JsonDoc.of(line)).contains("\"opening\":\"2018-09-01\"").contains("\"cost_etude\":12500.00");
    }
}
