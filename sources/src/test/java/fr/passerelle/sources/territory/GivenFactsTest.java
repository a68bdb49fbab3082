package fr.passerelle.sources.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.fixture.OtherFacts;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts of a folder that somebody gives. */
class GivenFactsTest {

    private final Path folder = OtherFacts.folder();

    @Test
    void areThoseShippedWhereTheFolderHasTheSame() {
        assertThat(ReferenceFacts.load(folder).sha256())
                .isEqualTo(ReferenceFacts.load().sha256());
    }

    @Test
    void areOthersWhereTheyDiffer() {
        ReferenceFacts merged = ReferenceFacts.load(OtherFacts.merged("200099999", "200040426"));

        assertThat(merged.sha256()).isNotEqualTo(ReferenceFacts.load().sha256());
        assertThat(merged.knows("200040426")).isFalse();
        assertThat(merged.resolve("02648"))
                .isInstanceOfSatisfying(
                        ReferenceFacts.Resolution.Known.class,
                        known -> assertThat(known.epci()).isEqualTo("200099999"));
    }

    @Test
    void areRefusedWhenATableIsMissing() throws IOException {
        Files.delete(folder.resolve("epci-picardie.csv"));

        assertThatThrownBy(() -> ReferenceFacts.load(folder))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("« epci-picardie.csv »");
    }

    @Test
    void areRefusedWhenAColumnIsThereTwice() {
        OtherFacts.change(folder, "communes-picardie.csv", row -> row.replace("population", "nom"));

        assertThatThrownBy(() -> ReferenceFacts.load(folder))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("« communes-picardie.csv »");
    }

    @ParameterizedTest
    @CsvSource({
        "communes-picardie.csv, ',518,', ',beaucoup,'",
        "communes-picardie.csv, ',518,', ',-518,'",
        "communes-picardie.csv, population, habitants",
        "communes-picardie.csv, 02002, 02001",
        "communes-picardie.csv, 200071785, 200099999",
        "epci-picardie.csv, 200040426, 200037059",
        "epci-picardie.csv, 21.6, vingt",
        "lieux-publics-picardie.csv, 49.515648, quarante",
        "lieux-publics-picardie.csv, 49.515648, NaN",
        "lieux-publics-picardie.csv, 49.515648, 1e999",
        "lieux-publics-picardie.csv, ',oui', ',parfois'"
    })
    void areRefusedWhenATableMakesNoSense(String table, String before, String after) {
        OtherFacts.change(folder, table, row -> row.replace(before, after));

        assertThatThrownBy(() -> ReferenceFacts.load(folder))
                .isInstanceOf(UnusableFile.class)
                .hasMessageStartingWith("Le référentiel « " + table + " », ligne ");
    }
}
