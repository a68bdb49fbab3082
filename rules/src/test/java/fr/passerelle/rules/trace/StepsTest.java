package fr.passerelle.rules.trace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepsTest {

    @Test
    void saysWhichRuleDecidedNumbersToSixPlacesAndWhatIsUnknown() {
        assertThat(Written.one(Steps.decided(Rule.SEUIL, "room:S-1", "OUI", Steps.whole("seuil", 50, Unite.POINTS))))
                .isEqualTo("SEUIL room:S-1 (seuil 50 POINTS) -> OUI *");
        assertThat(Written.one(Steps.passed(Rule.SEUIL, "room:S-1", "NON", Steps.text("date", null, Unite.DATE))))
                .isEqualTo("SEUIL room:S-1 (date - DATE) -> NON");
        assertThat(Steps.number("part", new BigDecimal("0.1234565"), Unite.PART).getAmount())
                .isEqualTo("0.123457");
        assertThat(Steps.number("part", null, Unite.PART).getAmount()).isNull();
        assertThat(Stream.of(true, false, null)
                        .map(yes -> Steps.answer("etude_prealable", yes).getText()))
                .containsExactly("OUI", "NON", "INCONNU");
        assertThat(Steps.day("fermeture", LocalDate.of(2017, 10, 31)).getText()).isEqualTo("2017-10-31");
        assertThat(Steps.day("fermeture", null).getText()).isNull();
        assertThat(Steps.code("etude", null).getText()).isNull();
    }

    @Test
    void titlesEveryRuleUnderASectionOfTheRulesDocument() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::section))
                .allMatch(section -> section.matches("[2345](\\.[1-9])?"));
        assertThat(Arrays.stream(Rule.values()).map(Rule::title))
                .doesNotHaveDuplicates()
                .allMatch(title -> title.length() > 10 && !title.endsWith("."));
    }
}
