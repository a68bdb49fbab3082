package fr.passerelle.journal.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.journal.deadletter.DeadLetters.DeadLetter;
import fr.passerelle.journal.deadletter.DeadLetters.DeadLetterId;
import fr.passerelle.journal.deadletter.DeadLetters.SourceHeaders;
import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class SourceHeadersTest {

    @Test
    void readsWhatKafkaStreamsWrites() {
        var headers = new RecordHeaders()
                .add("seq", text("12"))
                .add("__streams.errors.topic", text("p.transitions"))
                .add("__streams.errors.partition", text("3"))
                .add("__streams.errors.offset", text("4000000000"));

        assertThat(SourceHeaders.of(headers)).isEqualTo(new DeadLetter.Source("p.transitions", 3, 4_000_000_000L));
        assertThat(SourceHeaders.own(headers)).extracting(Header::key).containsExactly("seq");
    }

    @Test
    void readsWhatSpringKafkaWrites() {
        var headers = new RecordHeaders()
                .add("kafka_dlt-original-topic", text("p.scores"))
                .add(
                        "kafka_dlt-original-partition",
                        ByteBuffer.allocate(4).putInt(7).array())
                .add(
                        "kafka_dlt-original-offset",
                        ByteBuffer.allocate(8).putLong(9).array());

        assertThat(SourceHeaders.of(headers)).isEqualTo(new DeadLetter.Source("p.scores", 7, 9));
    }

    @Test
    void saysThatItDoesNotKnowWhereNothingIsWrittenAndReadsAnIdentifierAsItIsShown() {
        assertThat(SourceHeaders.of(new RecordHeaders())).isEqualTo(new DeadLetter.Source("inconnu", -1, -1));

        assertThat(DeadLetterId.of("3-17")).hasToString("3-17");
        assertThatThrownBy(() -> DeadLetterId.of("N-000001")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }
}
