package fr.passerelle.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.console.api.ApiAnswer.AnswerFormat;
import fr.passerelle.console.api.ApiProblems.MalformedDemand;
import fr.passerelle.console.api.ApiProblems.NotAcceptable;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class AcceptedFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | JSON",
                "application/json | JSON",
                "application/* | JSON",
                "text/csv | CSV",
                "text/csv;q=0.2, application/json;q=0.9 | JSON",
                "application/json;q=0.2, text/csv | CSV",
                "text/html, */*;q=0.1 | JSON",
                "application/json;q=0, text/csv;q=0.1 | CSV"
            })
    void takesWhatIsPreferred(String accept, AnswerFormat format) {
        assertThat(AnswerFormat.wanted(accepting(accept))).isEqualTo(format);
    }

    @Test
    void writesJsonWhereNothingIsSaid() {
        assertThat(AnswerFormat.wanted(new HttpHeaders())).isEqualTo(AnswerFormat.JSON);
    }

    @Test
    void refusesWhatItDoesNotWrite() {
        assertThatThrownBy(() -> AnswerFormat.wanted(accepting("image/png"))).isInstanceOf(NotAcceptable.class);
        assertThatThrownBy(() -> AnswerFormat.wanted(accepting("///"))).isInstanceOf(MalformedDemand.class);
    }

    @Test
    void refusesMoreTypesThanAreSorted() {
        String many = String.join(",", Collections.nCopies(51, "text/csv"));

        assertThatThrownBy(() -> AnswerFormat.wanted(accepting(many))).isInstanceOf(MalformedDemand.class);
    }

    private static HttpHeaders accepting(String accept) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.ACCEPT, accept);
        return headers;
    }
}
