package fr.passerelle.console.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.page.Messages;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.DecisionKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that a page asks a sentence for has one. */
class WordsTest {

    @Test
    void hasASentenceForEachMarkNeedAndDecision() {
        Stream<String> keys = Stream.of(
                        Stream.of(Mark.values()).map(mark -> "marque." + mark),
                        proposed().map(mark -> "marque.epci." + mark),
                        proposed().map(mark -> "epci.conclusion." + mark),
                        Stream.of(Besoin.values()).map(need -> "epci.raison.besoin." + need),
                        Stream.of(DecisionKind.values()).map(kind -> "epci.decision." + kind))
                .flatMap(some -> some);

        assertThat(keys)
                .allSatisfy(key -> assertThat(Messages.ofThePages().say(key, 2)).isNotBlank());
    }

    private static Stream<Mark> proposed() {
        return List.of(Mark.values()).stream().filter(mark -> mark != Mark.DONNEES_INSUFFISANTES);
    }
}
