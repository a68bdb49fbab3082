package fr.passerelle.published.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameOrderTest {

    @Test
    void sortsAnAccentWithItsLetter() {
        assertThat(Stream.of("Oise", "Étang", "Est", "Eu")
                        .sorted(NameOrder.by(name -> name, name -> name))
                        .toList())
                .containsExactly("Est", "Étang", "Eu", "Oise");
        assertThat(NameOrder.key("Étang")).isBetween(NameOrder.key("Est"), NameOrder.key("Eu"));
    }

    @Test
    void sortsEqualNamesByIdentifier() {
        assertThat(Stream.of(Map.entry("Ham", "2"), Map.entry("Ham", "1"))
                        .sorted(NameOrder.by(Entry<String, String>::getKey, Entry::getValue))
                        .toList())
                .isEqualTo(List.of(Map.entry("Ham", "1"), Map.entry("Ham", "2")));
    }
}
