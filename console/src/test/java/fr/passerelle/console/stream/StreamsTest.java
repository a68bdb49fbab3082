package fr.passerelle.console.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RegistryClient.RegistryAccess;
import fr.passerelle.schemas.fault.OutsideFault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class StreamsTest {

    private final Streams.Reader reader = new Streams.Reader(SmallLog.endingAt(9, 4), List.of(SmallLog.TOPIC));

    @Test
    void goesOnWhereSomebodyWas() {
        reader.goAfter("7,2");

        assertThat(reader.position()).isEqualTo("7,2");
    }

    @Test
    void believesNobodyBeyondTheEnd() {
        reader.goAfter("7,99");

        assertThat(reader.position()).isEqualTo("7,4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "7,", "7,2,1", "-7,2", "t0:7,2", "7,99999999999999999999", "7,2;drop"})
    void startsNowWhereAPlaceIsNoneOfOurs(String foreign) {
        reader.goAfter(foreign);

        assertThat(reader.position()).isEqualTo("9,4");
    }

    @Test
    void goesNoFurtherBackThanTheBeginning() {
        var ends = reader.goBeforeEnd(5);

        assertThat(reader.position()).isEqualTo("4,0");
        assertThat(reader.isPast(ends)).isFalse();
    }

    @Test
    void saysThatNobodySaidWhereKafkaIs() {
        assertThatThrownBy(() -> streams().look()).isInstanceOf(OutsideFault.class);
    }

    @Test
    void showsARecordThatNobodyCanRead() {
        byte[] key = "room:R1".getBytes(StandardCharsets.UTF_8);

        var entry = streams().entry(new ConsumerRecord<>(SmallLog.TOPIC, 0, 7, key, new byte[1]));

        assertThat(entry.type()).isNull();
        assertThat(entry.value()).isNull();
        assertThat(entry.subject()).isEqualTo("room:R1");
        assertThat(entry.offset()).isEqualTo(7);
    }

    private static Streams streams() {
        return new Streams(
                mock(JdbcClient.class, RETURNS_DEEP_STUBS),
                new ConsoleSettings(
                        "passerelle",
                        KafkaAccess.at("", Map.of()),
                        new RegistryAccess("", "", "", ""),
                        new ConsoleSettings.Console(List.of(), "", Set.of()),
                        new ConsoleSettings.Mention("", "")));
    }
}
