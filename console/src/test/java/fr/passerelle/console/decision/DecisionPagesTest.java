package fr.passerelle.console.decision;

import static fr.passerelle.console.map.PlanExamples.inventoried;
import static fr.passerelle.console.map.PlanExamples.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.decision.DecisionPages.DecisionLine;
import fr.passerelle.console.operation.OperationForms;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.console.reading.DecisionTable.RecordedDecision;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class DecisionPagesTest {

    private static final String SIREN = "200000001";

    private final CurrentResults current = mock(CurrentResults.class);
    private final MockMvcTester pages =
            MockMvcTester.of(new DecisionPages(current, mock(DecisionTable.class), mock(OperationForms.class)));

    @Test
    void opensTheFormOfWhatIsKnown() {
        when(current.get()).thenReturn(published(BarePlan.of(SIREN).build()));

        assertThat(pages.get().uri("/decisions/enregistrer").param("objet", SIREN))
                .hasViewName("decision/enregistrer");
    }

    @Test
    void listsWhileSomebodyTypesEvenAWholeSiren() {
        when(current.get()).thenReturn(published(BarePlan.of(SIREN).build()));

        assertThat(pages.get()
                        .uri("/decisions/enregistrer")
                        .param("objet", SIREN)
                        .header("HX-Request", "true"))
                .hasViewName("decision/choisir")
                .model()
                .extractingByKey("page", InstanceOfAssertFactories.type(DecisionPages.SubjectChoice.class))
                .satisfies(choice -> assertThat(choice.found()).hasSize(1));
    }

    @Test
    void leadsToTheRoomWhileItIsInventoried() {
        assertThat(line("room:R-1").path()).isEqualTo("/salles/R-1");
        assertThat(line("room:R-9").path()).isNull();
        assertThat(line("room:R-9").said().about()).isEqualTo("R-9");
    }

    private static DecisionLine line(String subject) {
        DecisionRecorded decision = new DecisionRecorded();
        decision.setSubject(subject);
        decision.setEpci("200000001");
        decision.setKind(DecisionKind.NOTIFIED);
        decision.setAid(List.of());
        return DecisionLine.of(
                new RecordedDecision(1, decision, true),
                published(List.of(), List.of(), List.of(inventoried("R-1").build())));
    }
}
