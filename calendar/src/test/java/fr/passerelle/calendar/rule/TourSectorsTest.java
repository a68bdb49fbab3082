package fr.passerelle.calendar.rule;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.at;
import static fr.passerelle.calendar.rule.TourCases.question;
import static fr.passerelle.calendar.rule.TourCases.stop;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TourSectorsTest {

    private final List<TourStop> stops = List.of(in("1", "A"), in("2", "B"), in("3", "C"), in("4", "D"), in("1", "E"));

    @Test
    void joinsEpcisThatShareAnimateursByWayOfOthers() {
        List<TourQuestion> sectors = sectors(serves("A-01", "1", "9"), serves("A-02", "9", "3"), serves("A-03", "2"));

        assertThat(sectors).map(TourSectorsTest::names).containsExactly("AEC", "B", "D");
        assertThat(sectors)
                .map(sector ->
                        sector.animateurs().stream().map(TourAnimateur::id).toList())
                .containsExactly(List.of("A-01", "A-02"), List.of("A-03"), List.of());
    }

    @Test
    void leavesOutWhoServesNoEtape() {
        assertThat(sectors(serves("A-01", "8")))
                .hasSize(4)
                .allSatisfy(sector -> assertThat(sector.animateurs()).isEmpty());
    }

    @Test
    void givesEachSectorTheSessionsOfItsEtapes() {
        ReferenceSession ofB = new ReferenceSession("place:B|2018-01-08|0", "place:B", MONDAY, at(9, 0), "A-01", true);
        TourQuestion whole = question(ANIMATEUR, stops.toArray(TourStop[]::new)).withReferences(List.of(ofB));

        assertThat(whole.sectors()).map(sector -> sector.references().size()).containsExactly(0, 1, 0, 0);
    }

    private List<TourQuestion> sectors(TourAnimateur... animateurs) {
        return question(ANIMATEUR, stops.toArray(TourStop[]::new))
                .withAnimateurs(List.of(animateurs))
                .sectors();
    }

    private static String names(TourQuestion sector) {
        return String.join("", sector.stops().stream().map(TourStop::name).toList());
    }

    private static TourStop in(String epci, String name) {
        TourStop one = stop(name, HALL, 1);
        return new TourStop(one.point(), epci, name, List.of(), 1, HALL, List.of(), one.capacity(), true);
    }

    private static TourAnimateur serves(String id, String... epcis) {
        return new TourAnimateur(
                id, ANIMATEUR.home(), epcis[0], new TreeSet<>(List.of(epcis)), ANIMATEUR.worked(), List.of(), 8);
    }
}
