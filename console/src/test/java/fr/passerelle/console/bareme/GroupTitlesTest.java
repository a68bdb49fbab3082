package fr.passerelle.console.bareme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.bareme.BaremePages.ParameterGroup;
import fr.passerelle.console.page.Bundle;
import fr.passerelle.schemas.bareme.Baremes;
import org.junit.jupiter.api.Test;

class GroupTitlesTest {

    @Test
    void stateWhatEachGroupOfNumbersIsAbout() {
        assertThat(ParameterGroup.of(Baremes.load(Baremes.DEFAULT)))
                .extracting(group -> "regles.groupe." + group.code())
                .isSubsetOf(Bundle.keys("regles"));
    }
}
