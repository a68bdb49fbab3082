package fr.passerelle.console.api;

import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class OtherMethodsTest {

    private final MockMvc api = MockMvcBuilders.standaloneSetup(new OtherMethods(new ApiCollections(
                    mock(RunRecords.class),
                    mock(DecisionRecords.class),
                    mock(PlaceTable.class),
                    mock(Scenarios.class))))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"plans", "plans/200000001", "openapi.json", "asyncapi.yaml", "budget"})
    void namesTheMethodsWhereThereIsSomethingToRead(String path) throws Exception {
        api.perform(request(HttpMethod.POST, "/api/v1/" + path))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "GET,HEAD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"salles", "budget/rien", "plans/a/b", "openapi.json/rien"})
    void findsNothingElsewhere(String path) throws Exception {
        api.perform(request(HttpMethod.DELETE, "/api/v1/" + path)).andExpect(status().isNotFound());
    }

    /** An address that is no collection's is not one that other methods could read. */
    @Test
    void findsNothingByGetEither() throws Exception {
        api.perform(request(HttpMethod.GET, "/api/v1/plans/a/b")).andExpect(status().isNotFound());
        api.perform(request(HttpMethod.HEAD, "/api/v2/plans")).andExpect(status().isNotFound());
    }
}
