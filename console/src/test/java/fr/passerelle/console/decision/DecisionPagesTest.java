package fr.passerelle.console.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.operation.OperationRunner;
import fr.passerelle.console.operation.OperationRunner.OperatorProgram;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class DecisionPagesTest {

    private static final String SIREN = "200000001";

    private final CurrentResults current = mock(CurrentResults.class);
    private final MockMvcTester pages = MockMvcTester.of(new DecisionPages(
            current,
            mock(DecisionTable.class),
            mock(OperationRunner.class),
            mock(OperatorProgram.class),
            mock(PageTexts.class)));

    @Test
    void opensTheFormOfWhatIsKnown() {
        when(current.get()).thenReturn(published());

        assertThat(pages.get().uri("/decisions/enregistrer").param("objet", SIREN))
                .hasViewName("decision/enregistrer");
    }

    @Test
    void listsWhileSomebodyTypesEvenAWholeSiren() {
        when(current.get()).thenReturn(published());

        assertThat(pages.get()
                        .uri("/decisions/enregistrer")
                        .param("objet", SIREN)
                        .header("HX-Request", "true"))
                .hasViewName("decision/choisir")
                .model()
                .extractingByKey("page", InstanceOfAssertFactories.type(DecisionPages.SubjectChoice.class))
                .satisfies(choice -> assertThat(choice.found()).hasSize(1));
    }

    private static PublishedResults published() {
        var plan = BarePlan.of(SIREN).build();
        PublishedRun run =
                new PublishedRun(3, "N-000003", "2017-10", Baremes.load(Baremes.DEFAULT), false, "", Instant.EPOCH);
        return new PublishedResults(
                run,
                Proposals.of(List.of(), List.of(), List.of(plan)),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
