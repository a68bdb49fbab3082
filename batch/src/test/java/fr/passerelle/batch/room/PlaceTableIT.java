package fr.passerelle.batch.room;

import static fr.passerelle.batch.fixture.Import.BERTHENICOURT;
import static fr.passerelle.batch.fixture.Import.EPCI;
import static fr.passerelle.batch.fixture.Import.SAINT_QUENTIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.place.PlaceTable.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of places as of each run: what a run that is open, failed or abandoned wrote belongs to the next one that is published. */
class PlaceTableIT {

    private final Import night = new Import();
    private final JdbcClient jdbc = JdbcClient.create(night.dataSource());
    private final PlaceTable places = new PlaceTable(jdbc);

    @Test
    void holdsNothingBeforeTheFirstRunAndKeepsTheNameOfARunWhateverALaterOneWrites() {
        long before = inventory("A");

        assertThat(names(0)).isEmpty();
        assertThat(places.count(Kind.ROOM, 0)).isZero();
        assertThat(places.epciOf(Kind.ROOM, "A", 0)).isEmpty();

        long after = run(Csv.room("A", BERTHENICOURT).replace("Salle A", "Autre nom"));

        assertThat(names(before)).isEqualTo(Map.of("A", "Salle A"));
        assertThat(names(after)).isEqualTo(Map.of("A", "Autre nom"));
        assertThat(names(after + 1)).isEqualTo(Map.of("A", "Autre nom"));
    }

    @Test
    void losesARoomThatIsGoneAndHasItAgainWhenItIsBack() {
        String[] all = rooms("A", "B", "C", "D", "E", "F");
        long there = run(all);
        long gone = run(rooms("B", "C", "D", "E", "F"));
        long back = run(all);

        assertThat(names(there)).containsKey("A");
        assertThat(names(gone)).doesNotContainKey("A").hasSize(5);
        assertThat(names(back)).containsKey("A");
        assertThat(List.of(there, gone, back))
                .extracting(run -> places.count(Kind.ROOM, run))
                .containsExactly(6L, 5L, 6L);
    }

    @Test
    void findsARoomThatMovedWhereItWasAndWhereItIs() {
        long before = inventory("A");
        long after = run(Csv.room("A", SAINT_QUENTIN));

        assertThat(places.epciOf(Kind.ROOM, "A", before)).contains(EPCI);
        assertThat(places.epciOf(Kind.ROOM, "A", after)).isPresent().get().isNotEqualTo(EPCI);
        assertThat(places.countRooms(List.of(EPCI), before)).isOne();
        assertThat(places.countRooms(List.of(EPCI), after)).isZero();
    }

    @Test
    void describesTheEpcisAsOfARun() {
        inventory("A");
        night.territories(null);
        long described = night.runNo();

        assertThat(places.epcis(described)).containsKey(EPCI).hasSize((int) places.count(Kind.EPCI, described));
        assertThat(places.epcis(described - 1)).isEmpty();
    }

    /** One that is told again comes after those that were told since, whatever its SIREN. */
    @Test
    void tellsTheEpcisInTheOrderOfTheLog() {
        night.territories(null);
        night.intercommunalites(Import.INTERCOMMUNALITE);

        assertThat(sirens(1)).isSorted().contains(EPCI).last().isNotEqualTo(EPCI);
        assertThat(sirens(2))
                .containsExactlyInAnyOrderElementsOf(sirens(1))
                .last()
                .isEqualTo(EPCI);
    }

    @Test
    void isTheStateOfTheLastRunOnceItIsOver() {
        inventory("A", "B");
        long last = run(Csv.room("A", SAINT_QUENTIN), Csv.room("B", BERTHENICOURT));
        night.sites(Csv.site("S", BERTHENICOURT));

        assertThat(jdbc.sql("""
            (select room_id, epci, payload from passerelle.room union all select site_id, epci, payload from passerelle.site)
            except (select id, epci, payload from passerelle.places_as_of('room', 3)
                    union all select id, epci, payload from passerelle.places_as_of('site', 3))\
            """).query().listOfRows()).isEmpty();
        assertThat(places.count(Kind.ROOM, last)).isEqualTo(2);
    }

    private long inventory(String... ids) {
        return run(rooms(ids));
    }

    private long run(String... rows) {
        night.rooms(rows);
        return night.runNo();
    }

    private List<String> sirens(long run) {
        return places.described(run);
    }

    private static String[] rooms(String... ids) {
        return Stream.of(ids).map(id -> Csv.room(id, BERTHENICOURT)).toArray(String[]::new);
    }

    private Map<String, String> names(long run) {
        return places.rooms(run).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, room -> room.getValue().getName()));
    }
}
