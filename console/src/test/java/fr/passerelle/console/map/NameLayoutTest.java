package fr.passerelle.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.PixelGrid.NameLayout;
import fr.passerelle.console.map.PixelGrid.NameLayout.Asked;
import fr.passerelle.console.map.PixelGrid.PlaceName;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class NameLayoutTest {

    private final NameLayout layout = new NameLayout(PixelGrid.of(new Envelope(0, 100, 0, 100), 1000, 0), 20, 40);

    @Test
    void putsANameAboveItsPoint() {
        assertThat(layout.placed(List.of(new Asked("Laon", 500, 500))))
                .containsExactly(new PlaceName("Laon", 500, 490, "middle", true));
    }

    @Test
    void putsTheNextBelowWhereTheFirstIsInTheWay() {
        List<PlaceName> placed = layout.placed(List.of(new Asked("Laon", 500, 500), new Asked("Creil", 505, 492)));

        assertThat(placed).hasSize(2).element(1).satisfies(name -> {
            assertThat(name.text()).isEqualTo("Creil");
            assertThat(name.y()).isGreaterThan(492);
            assertThat(name.main()).isTrue();
        });
    }

    @Test
    void showsOnAScreenOnlyWhatHasNoRoomInLargeLetters() {
        List<Asked> names = List.of(
                new Asked("Nogent-sur-Oise", 500, 500),
                new Asked("Creil", 500, 530),
                new Asked("Montataire", 500, 470),
                new Asked("Villers-Saint-Paul", 500, 560));

        List<PlaceName> placed = layout.placed(names);

        assertThat(placed).extracting(PlaceName::text).hasSizeGreaterThan(2).startsWith("Nogent-sur-Oise");
        assertThat(placed)
                .extracting(PlaceName::main)
                .contains(true, false)
                .isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
        assertThat(layout.placed(names)).isEqualTo(placed);
    }

    @Test
    void keepsFreeWhatIsToStayFreeAndTheEdge() {
        layout.keepFree(500, 480, 12);

        List<PlaceName> placed = layout.placed(
                List.of(new Asked("Laon", 500, 500), new Asked("Hirson", 995, 300), new Asked("Ault", 300, 2)));

        assertThat(placed).extracting(PlaceName::anchor).containsExactly("middle", "end", "middle");
        assertThat(placed.getFirst().y()).isGreaterThan(500);
        assertThat(placed.getLast().y()).isGreaterThan(20);
    }

    @Test
    void leavesOutWhatHasNoRoom() {
        List<Asked> crowd = IntStream.range(0, 40)
                .mapToObj(i -> new Asked("Bailleul-le-Soc " + i, 500, 500))
                .toList();

        assertThat(layout.placed(crowd)).hasSizeBetween(2, 8);
    }
}
