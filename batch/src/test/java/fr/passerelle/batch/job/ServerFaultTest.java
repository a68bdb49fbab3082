package fr.passerelle.batch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;

class ServerFaultTest {

    @Test
    void saysThatAnotherVersionMadeTheTables() {
        var missing = new SQLException("ERROR: column m.reach does not exist", "42703");

        assertThat(ServerFault.of(new IllegalStateException(new BadSqlGrammarException("read", "select", missing))))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("Une autre version de Passerelle a fait les tables")
                        .contains("./passerelle register"));
    }

    @Test
    void saysThatKafkaDoesNotAnswerAndBlamesNoServerForAnythingElse() {
        assertThat(ServerFault.of(new IllegalStateException(new TimeoutException("60000 ms"))))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Kafka ne répond plus"));
        assertThat(ServerFault.of(new SQLException("duplicate key", "23505"))).isEmpty();
    }
}
