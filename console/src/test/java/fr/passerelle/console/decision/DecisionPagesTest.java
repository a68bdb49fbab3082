package fr.passerelle.console.decision;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import fr.passerelle.console.budget.Plans;
import fr.passerelle.console.operation.Desk;
import fr.passerelle.console.operation.OperatorProgram;
import fr.passerelle.console.operation.Wording;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.Published;
import fr.passerelle.console.reading.PublishedRun;
import fr.passerelle.rules.explanation.Proposals;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DecisionPagesTest {

    private static final String SIREN = "200000001";

    private final CurrentResults current = mock(CurrentResults.class);
    private final MockMvc pages = MockMvcBuilders.standaloneSetup(new DecisionPages(
                    current,
                    mock(DecisionTable.class),
                    mock(Desk.class),
                    mock(OperatorProgram.class),
                    mock(Wording.class)))
            .build();

    @Test
    void opensTheFormOfWhatIsKnown() throws Exception {
        when(current.get()).thenReturn(published());

        pages.perform(get("/decisions/enregistrer").param("objet", SIREN))
                .andExpect(view().name("decision/enregistrer"));
    }

    @Test
    void listsWhileSomebodyTypesEvenAWholeSiren() throws Exception {
        when(current.get()).thenReturn(published());

        pages.perform(get("/decisions/enregistrer").param("objet", SIREN).header("HX-Request", "true"))
                .andExpect(view().name("decision/choisir"))
                .andExpect(model().attribute("trouves", Matchers.hasSize(1)));
    }

    private static Published published() {
        var plan = Plans.builder(SIREN).setAid(List.of()).build();
        PublishedRun run =
                new PublishedRun(3, "N-000003", "2017-10", "2017-05", "", "", false, false, "", Instant.EPOCH);
        return new Published(
                run,
                Proposals.of(List.of(), List.of(), List.of(plan)),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
