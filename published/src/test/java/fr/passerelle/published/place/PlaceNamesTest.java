package fr.passerelle.published.place;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.place.PlaceTable.PlaceNames;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaceNamesTest {

    private static final PlaceNames NAMES = new PlaceNames(
            Map.of("200000001", "CC de l'Omois"), Map.of("02-1", "Salle du bourg"), Map.of("P-1", "Ancienne gare"));

    @Test
    void namesEachBesideItsIdentifier() {
        assertThat(NAMES.epci("200000001")).isEqualTo("CC de l'Omois (200000001)");
        assertThat(NAMES.room("02-1")).isEqualTo("Salle du bourg (02-1)");
        assertThat(NAMES.subject("site:P-1")).isEqualTo("Ancienne gare (P-1)");
        assertThat(NAMES.subject("epci:200000001")).isEqualTo("CC de l'Omois (200000001)");
        assertThat(NAMES.subject("room:02-1")).isEqualTo("Salle du bourg (02-1)");
        assertThat(NAMES.place("P-1")).isEqualTo("Ancienne gare (P-1)");
    }

    @Test
    void leavesWhatItDoesNotKnowAndKeepsTheNameOfWhatIsNoLongerThere() {
        assertThat(NAMES.room("02-9")).isEqualTo("02-9");
        assertThat(NAMES.place("12,5")).isEqualTo("12,5");
        assertThat(PlaceNames.NONE.epci("200000001")).isEqualTo("200000001");

        PlaceNames now = new PlaceNames(Map.of(), Map.of("02-1", "Salle neuve"), Map.of());

        assertThat(now.over(NAMES).room("02-1")).isEqualTo("Salle neuve (02-1)");
        assertThat(now.over(NAMES).epci("200000001")).isEqualTo("CC de l'Omois (200000001)");
    }

    @Test
    void sortsAnAccentWithItsLetterAndEqualNamesByIdentifier() {
        assertThat(Stream.of("Oise", "Étang", "Est", "Eu")
                        .sorted(NameOrder.by(name -> name, name -> name))
                        .toList())
                .containsExactly("Est", "Étang", "Eu", "Oise");
        assertThat(NameOrder.key("Étang")).isBetween(NameOrder.key("Est"), NameOrder.key("Eu"));
        assertThat(Stream.of(Map.entry("Ham", "2"), Map.entry("Ham", "1"))
                        .sorted(NameOrder.by(Entry<String, String>::getKey, Entry::getValue))
                        .toList())
                .isEqualTo(List.of(Map.entry("Ham", "1"), Map.entry("Ham", "2")));
    }
}
