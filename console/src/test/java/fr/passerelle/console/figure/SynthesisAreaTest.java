package fr.passerelle.console.figure;

import static fr.passerelle.console.map.PlanExamples.epci;
import static fr.passerelle.console.map.PlanExamples.published;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.figure.AreaFigures.SynthesisArea;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SynthesisAreaTest {

    private static final Departement AISNE = Departement.of("02001");
    private static final Departement OISE = Departement.of("60001");
    private static final Departement SOMME = Departement.of("80001");

    private final PublishedResults published = published(
            List.of(
                    BarePlan.of("1").setName("CC de l'Omois").build(),
                    BarePlan.of("2").setName("CC de l'Est").build(),
                    BarePlan.of("3").setName("CC de l'Étang").build()),
            List.of(),
            List.of(),
            epci("1", commune("02001", 900)),
            epci("2", commune("02002", 100), commune("80001", 500)),
            epci("3", commune("80002", 700)),
            epci("4", commune("60001", 300)));

    @Test
    void listsTheRegionByNameAsFrenchSortsThem() {
        SynthesisArea region = SynthesisArea.region(published);

        assertThat(region.plans())
                .extracting(Plan::getName)
                .containsExactly("CC de l'Est", "CC de l'Étang", "CC de l'Omois");
        assertThat(region.epcis()).containsExactly("1", "2", "3", "4");
        assertThat(region.crossings()).isEmpty();
    }

    @Test
    void countsAnEpciWholeWhereMostOfItsInhabitantsLive() {
        assertThat(SynthesisArea.of(AISNE, published).plans())
                .extracting(Plan::getEpci)
                .containsExactly("1");
        assertThat(SynthesisArea.of(SOMME, published).plans())
                .extracting(Plan::getEpci)
                .containsExactly("2", "3");
    }

    @Test
    void tellsInBothDepartementsOfAnEpciThatHasAPartInEach() {
        assertThat(SynthesisArea.of(AISNE, published).crossings())
                .isEqualTo(SynthesisArea.of(SOMME, published).crossings())
                .singleElement()
                .satisfies(crossing -> {
                    assertThat(crossing.counted()).isEqualTo(SOMME);
                    assertThat(crossing.parts()).containsExactly(AISNE, SOMME);
                });
    }

    @Test
    void holdsAnEpciWithoutAPlanAndHasNoSheetOfItsDepartement() {
        assertThat(SynthesisArea.of(OISE, published))
                .isEqualTo(new SynthesisArea(OISE, Set.of("4"), List.of(), List.of()));
        assertThat(SynthesisArea.departements(published)).containsExactly(AISNE, SOMME);
    }

    private static Commune commune(String insee, int population) {
        return new Commune(insee, insee, population, 49.0, 2.0, null);
    }
}
