package fr.passerelle.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import fr.passerelle.console.api.ApiCollections.RunRecords;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.DatasetTables;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.study.Studies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class OtherMethodsTest {

    private final MockMvcTester api = MockMvcTester.of(new ApiV1(
            new ApiCollections(
                    mock(RunRecords.class),
                    mock(DecisionTable.class),
                    mock(PlaceTable.class),
                    mock(Studies.class),
                    mock(DatasetTables.class)),
            mock(CurrentResults.class),
            mock(Audit.class),
            mock(DescriptionWords.class),
            new Namespace("passerelle")));

    @ParameterizedTest
    @ValueSource(
            strings = {"plans", "plans/200000001", "openapi.json", "asyncapi.yaml", "budget", "calendars", "etapes"})
    void namesTheMethodsWhereThereIsSomethingToRead(String path) {
        assertThat(asked(HttpMethod.POST, "/api/v1/" + path))
                .hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
                .hasHeader("Allow", "GET,HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"toits", "budget/rien", "plans/a/b", "openapi.json/rien"})
    void findsNothingElsewhere(String path) {
        assertThat(asked(HttpMethod.DELETE, "/api/v1/" + path)).hasStatus(HttpStatus.NOT_FOUND);
    }

    /** An address that is no collection's is not one that other methods could read. */
    @Test
    void findsNothingByGetEither() {
        assertThat(asked(HttpMethod.GET, "/api/v1/plans/a/b")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(asked(HttpMethod.HEAD, "/api/v2/plans")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult asked(HttpMethod method, String path) {
        return api.method(method).uri(path).exchange();
    }
}
