package fr.passerelle.calendar.tour;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.tour.TourInputs.AnimateurRow;
import fr.passerelle.calendar.tour.TourInputs.LieuRow;
import fr.passerelle.calendar.tour.TourInputs.TrajetRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files of the demonstration are read without a fault, and serve each EPCI by a team of one or two. */
class DemonstrationFilesTest {

    private static final Path DATA =
            Path.of(System.getProperty("passerelle.root", "..")).resolve("dev/demo/data");

    @Test
    void holdTwelveAnimateursInTenSectors() {
        List<AnimateurRow> rows = AnimateurRow.read(DATA.resolve("animateurs.csv"));

        assertThat(rows).hasSize(12);
        assertThat(rows.stream()
                        .collect(Collectors.groupingBy(AnimateurRow::serves))
                        .values())
                .hasSize(10)
                .extracting(List::size)
                .containsOnly(1, 2);
        assertThat(rows).allSatisfy(row -> assertThat(row.serves()).contains(row.epci()));
        assertThat(rows).flatExtracting(AnimateurRow::absences).hasSize(4);
    }

    @Test
    void tellHoursThatCanBeRead() {
        List<LieuRow> rows = LieuRow.read(DATA.resolve("lieux.csv"));

        assertThat(rows.stream().map(LieuRow::week).filter(Objects::nonNull)).hasSize(86);
        assertThat(rows).filteredOn(row -> row.lieu() == null).hasSize(3);
        assertThat(TrajetRow.read(DATA.resolve("trajets.csv"))).hasSize(37);
    }
}
