package fr.passerelle.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.command.Arguments.VocabularyWord;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyWordTest {

    private static final VocabularyWord<Integer> WORD =
            new VocabularyWord<>("pas une table", List.of(1, 2), number -> number == 1 ? "salles" : "DATE") {};

    @Test
    void takesAWordInCapitalsOrNot() {
        assertThat(WORD.convert("SALLES")).isEqualTo(1);
        assertThat(WORD.convert("date")).isEqualTo(2);
    }
}
