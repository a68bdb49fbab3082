package fr.passerelle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.server.Endpoints.DatabaseRole;
import fr.passerelle.schemas.contract.KafkaAccess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WorkTest {

    @Test
    void comesToTheProcessThatDoesItAsItWasGiven() {
        DatabaseRole role = new DatabaseRole("u", "p w");
        Work work = new Work(
                new DrawnFiles(Path.of("/a/salles.csv"), Path.of("/a/été.csv"), new DrawnFiles.Sum(12, 30)),
                new Endpoints(
                        "jdbc:postgresql://h/b",
                        role,
                        role,
                        role,
                        role,
                        role,
                        KafkaAccess.at("h:1", Map.of("sasl.mechanism", "PLAIN")),
                        "http://r"),
                "t",
                Path.of("/w"));

        String given = JsonMapper.shared().writeValueAsString(work);

        assertThat(JsonMapper.shared().readValue(given, Work.class)).isEqualTo(work);
    }
}
