package fr.passerelle.console.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.console.ConsoleSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No broker listens there: a reader connects only when it is asked something. */
class ReadersTest {

    private final Readers readers = readers("127.0.0.1:1");

    @AfterEach
    void close() {
        readers.close();
    }

    @Test
    void lendsAgainTheOneThatServed() {
        Reader first = readers.reading(Function.identity());

        assertThat(readers.idle()).isOne();
        assertThat(readers.<Reader>reading(Function.identity())).isSameAs(first);
    }

    @Test
    void lendsOneOfHisOwnToEachAtATime() {
        Reader outer = readers.reading(mine -> {
            assertThat(readers.<Reader>reading(Function.identity())).isNotSameAs(mine);
            return mine;
        });

        assertThat(outer).isNotNull();
        assertThat(readers.idle()).isEqualTo(2);
    }

    @Test
    void closesTheOneThatFailed() {
        assertThatThrownBy(() -> readers.reading(reader -> {
                    throw new LogUnreachable("away");
                }))
                .isInstanceOf(LogUnreachable.class);

        assertThat(readers.idle()).isZero();
    }

    @Test
    void keepsNoneWhenTheConsoleEnds() {
        readers.reading(Function.identity());

        readers.close();

        assertThat(readers.idle()).isZero();
    }

    @Test
    void saysThatNobodySaidWhereKafkaIs() {
        Readers lost = readers("");

        assertThatThrownBy(() -> lost.reading(Function.identity())).isInstanceOf(LogUnreachable.class);
    }

    private static Readers readers(String bootstrap) {
        return new Readers(new ConsoleSettings(
                "passerelle",
                new ConsoleSettings.Kafka(bootstrap, Map.of(), "", ""),
                new ConsoleSettings.Registry("", "", "", ""),
                new ConsoleSettings.Console(List.of(), "", Set.of()),
                new ConsoleSettings.Mention("", "")));
    }
}
