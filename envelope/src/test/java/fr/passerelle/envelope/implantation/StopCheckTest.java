package fr.passerelle.envelope.implantation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.envelope.implantation.StopCheck.StopSelection;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Objectif;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Three communes in a row, five and a half kilometres apart: a stop reaches its own alone, and the seat is in the last. */
class StopCheckTest {

    private static final int RADIUS = 5_000;
    private static final String SIREN = "200000001";
    private static final StopHost NOTIFIED = new StopHost("02001", "A", "P-1", "Mairie", true, true, 8);
    private static final StopHost TODAY = new StopHost("02002", "B", "P-2", "École", false, true, 8);
    private static final StopHost OTHER = new StopHost("02002", "B", "P-3", "Bibliothèque", false, false, 8);

    @Test
    void countsTheInhabitantsNearAStopOrAPointThatStands() {
        StopCheck check = StopCheck.of(question(9, 2), selection(NOTIFIED, OTHER));

        assertThat(check.holds()).isTrue();
        assertThat(check.near()).isEqualTo(100 + 200 + 400);
        assertThat(area(9, 2).reach(List.of(NOTIFIED), RADIUS).worstMetres()).hasValue(5_560);
        assertThat(area(9, 2).reach(List.of(), RADIUS).near()).isEqualTo(400);
    }

    @Test
    void refusesAnotherNumberOfStops() {
        assertThat(StopCheck.of(question(9, 1), selection(NOTIFIED, OTHER)).breaches())
                .containsExactly("Intercommunalité 200000001 : 2 étapes au lieu de 1.");
    }

    @Test
    void refusesToMoveWhatWasNotified() {
        assertThat(StopCheck.of(question(9, 2), selection(TODAY, OTHER)).breaches())
                .containsExactly("Intercommunalité 200000001 : une étape notifiée manque.");
    }

    @Test
    void refusesAPlaceThatIsNoPossibleHostOrIsThereTwice() {
        StopHost unknown = new StopHost("02001", "A", "P-9", "Ailleurs", false, false, 8);

        assertThat(StopCheck.of(question(9, 2), selection(NOTIFIED, unknown)).holds())
                .isFalse();
        assertThat(StopCheck.of(question(9, 2), selection(NOTIFIED, NOTIFIED)).holds())
                .isFalse();
    }

    @Test
    void asksForTodaysSessionsWhereTheyFit() {
        StopArea tight = area(17, 2);

        assertThat(tight.requiredSessions(2)).isZero();
        assertThat(tight.requiredSessions(3)).isEqualTo(17);
        assertThat(tight.fewestStops()).isEqualTo(3);
        assertThat(area(25, 2).fewestStops()).isOne();
        assertThat(StopCheck.of(
                                new LocationQuestion(List.of(tight), RADIUS, Objectif.NOMBRE, 2),
                                selection(NOTIFIED, OTHER))
                        .breaches())
                .containsExactly("Intercommunalité 200000001 : 2 étapes au lieu d'au moins 3.");
    }

    @Test
    void asksForTheShareThatWasAskedFor() {
        LocationQuestion all = new LocationQuestion(List.of(area(9, 2)), RADIUS, Objectif.COUVERTURE, 1_000);

        assertThat(StopCheck.of(all, selection(NOTIFIED, OTHER)).holds()).isTrue();
        assertThat(StopCheck.of(all, selection(NOTIFIED)).breaches()).contains("500 habitants proches au lieu de 700.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocationQuestion(List.of(), RADIUS, Objectif.COUVERTURE, 1_001));
    }

    @Test
    void refusesStopsOfAnUnknownEpci() {
        StopSelection elsewhere = new StopSelection(new TreeMap<>(Map.of("299999999", List.of(OTHER))));

        assertThat(StopCheck.of(sameNumber(List.of()), elsewhere).breaches())
                .containsExactly("Des étapes sont dans une intercommunalité inconnue.");
    }

    private static LocationQuestion question(int sessions, int quota) {
        return sameNumber(List.of(area(sessions, quota)));
    }

    private static LocationQuestion sameNumber(List<StopArea> areas) {
        return new LocationQuestion(areas, RADIUS, Objectif.MEME_NOMBRE, null);
    }

    private static StopArea area(int sessions, int quota) {
        return new StopArea(
                SIREN,
                "CC de l'essai",
                List.of(
                        new Commune("02001", "A", 100, 49.0, 3.0, null),
                        new Commune("02002", "B", 200, 49.05, 3.0, null),
                        new Commune("02003", "C", 400, 49.1, 3.0, null)),
                Set.of("02003"),
                List.of(NOTIFIED, TODAY, OTHER),
                sessions,
                quota);
    }

    private static StopSelection selection(StopHost... stops) {
        return new StopSelection(new TreeMap<>(Map.of(SIREN, List.of(stops))));
    }
}
