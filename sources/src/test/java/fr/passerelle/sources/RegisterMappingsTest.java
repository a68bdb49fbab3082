package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sources.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mappings of public registers, and one of them on published figures. */
class RegisterMappingsTest {

    private static final Path VISITS = Register.FILES.resolve("monthly-visits-extrait.csv");

    @Test
    void areRightAndCalledAsTheirFiles() throws IOException {
        try (Stream<Path> files = Files.list(Register.FILES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file.getFileName())
                            .hasToString(Mapping.read(file).name() + ".yaml"));
        }
    }

    @Test
    void giveTheFiguresThatNewcastlePublished() {
        Register visits = Register.read(VISITS, "newcastle-visites");

        assertThat(visits.refusals()).isEmpty();
        assertThat(visits.presences("id_salle", 60))
                .isEqualTo(Map.of(
                        "NCL-CITY", 10_042_884L,
                        "NCL-DENTON-BURN", 410_484L,
                        "NCL-DINNINGTON", 34_398L,
                        "NCL-FENHAM", 512_879L,
                        "NCL-HIGH-HEATON", 358_324L));
    }

    @Test
    void tellZerosFromBlanksAndBlanksFromMonthsWithoutAColumn() {
        Register visits = Register.read(VISITS, "newcastle-visites");

        assertThat(visits.rows()).hasSize(184 + 179 + 63 + 179 + 185);
        assertThat(visits.zeros()).isEqualTo(5 + 3);
        assertThat(visits.presences("periode_debut", 7))
                .containsEntry("2020-02", 50_929L)
                .doesNotContainKeys("2020-06", "2021-03")
                .containsKey("2023-01");
    }
}
