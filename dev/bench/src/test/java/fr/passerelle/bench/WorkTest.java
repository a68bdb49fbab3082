package fr.passerelle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.contract.KafkaAccess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WorkTest {

    @Test
    void comesToTheProcessThatDoesItAsItWasGiven() {
        Work work = new Work(
                Path.of("/a/été.csv"),
                12,
                "jdbc:postgresql://h/b",
                "u",
                "p w",
                KafkaAccess.at("h:1", Map.of("sasl.mechanism", "PLAIN")),
                "http://r",
                "t",
                Path.of("/w"));

        String given = JsonMapper.shared().writeValueAsString(work);

        assertThat(JsonMapper.shared().readValue(given, Work.class)).isEqualTo(work);
    }
}
