package fr.passerelle.calendar.rule;

import static fr.passerelle.calendar.rule.TourCases.ESTIMATE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.Roads.Leg;
import fr.passerelle.calendar.rule.Roads.Road;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.schemas.event.SourceTrajet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoadsTest {

    private static final Road COMMUNES = new Road(18, 15_000, SourceTrajet.FICHIER, 18, 18);
    private static final Road PLACES = new Road(12, 9_000, SourceTrajet.FICHIER, 12, 12);

    private final TourPoint library = new TourPoint("place:BIB-1", "02168", 49.05, 3.4);
    private final TourPoint hall = new TourPoint("commune:02094", "02094", 49.03, 3.46);

    @Test
    void estimatesFromDistanceDetourAndSpeedRoundedUp() {
        assertThat(new Roads(Map.of(), ESTIMATE).estimated(10_000))
                .isEqualTo(new Road(16, 13_000, SourceTrajet.ESTIME, 12, 23));
    }

    @Test
    void takesAJourneyOfTheFileInBothDirections() {
        Roads roads = new Roads(Map.of(new Leg("02168", "02094"), COMMUNES), ESTIMATE);

        assertThat(roads.of(library, hall)).isEqualTo(COMMUNES);
        assertThat(roads.of(hall, library)).isEqualTo(COMMUNES);
    }

    @Test
    void takesAPlaceBeforeItsCommune() {
        Roads roads = new Roads(
                Map.of(new Leg("02168", "02094"), COMMUNES, new Leg("place:BIB-1", "02094"), PLACES), ESTIMATE);

        assertThat(roads.of(library, hall)).isEqualTo(PLACES);
    }
}
