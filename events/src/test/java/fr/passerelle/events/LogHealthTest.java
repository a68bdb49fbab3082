package fr.passerelle.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class LogHealthTest {

    @Test
    void isUpWhenTheLogIsReadAndItsResultsAreWrittenAndKafkaAnswers() {
        assertThat(status(true, true, true)).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhereOneOfThemIsMissing() {
        assertThat(status(false, true, true)).isEqualTo(Status.DOWN);
        assertThat(status(true, false, true)).isEqualTo(Status.DOWN);
        assertThat(status(true, true, false)).isEqualTo(Status.DOWN);
    }

    private static Status status(boolean reading, boolean writing, boolean topics) {
        return new LogHealth(() -> reading, () -> writing, () -> topics)
                .health()
                .getStatus();
    }
}
