package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands show of the demonstration is no wider than a terminal, and names what it tells of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandWidthIT {

    private static final int COLUMNS = 80;

    private Deployment system;

    @BeforeAll
    void findIt() {
        system = Deployments.demonstration();
    }

    @AfterAll
    void endIt() {
        system.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs",
                "runs N-000001",
                "changes",
                "rejects",
                "rejects --corrections",
                "files",
                "relances",
                "decisions",
                "audit list",
                "replay list",
                "bareme list",
                "bareme show 2018-01",
                "bareme diff 2017-05 2018-01",
                "dead-letters",
                "verify"
            })
    void fitsATerminal(String words) {
        fit(said(words.split(" ")));
    }

    @Test
    void explainsAnEpciARoomAndASiteOnATerminal() {
        String epci = system.text("select min(epci) from passerelle.site");
        String room = system.text("select min(room_id) from passerelle.room where epci = '" + epci + "'");
        String site = system.text("select min(site_id) from passerelle.site");

        fit(said("explain", epci, "--legal", "--trace"));
        fit(said("explain", room));
        assertThat(fit(said("explain", site)).replaceAll("\\s+", " "))
                .contains("Ce lieu n’est pas une salle du réseau", "Vous pouvez corriger ces données")
                .doesNotContain("sur 100");
    }

    @Test
    void namesRoomsAndEpcisBesideTheirIdentifiers() {
        String changes = said("changes").replaceAll("\\s+", " ");
        String room = system.text("select min(room_id) from passerelle.room");

        assertThat(changes).containsPattern("\\p{L}+ \\(" + room + "\\)").containsPattern("\\p{L}+ \\(\\d{9}\\)");
    }

    private static String fit(String output) {
        assertThat(output.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
        return output;
    }

    private String said(String... words) {
        var program = system.batch(words);
        assertThat(program.end()).as(List.of(words) + program.errors()).isZero();
        return program.output();
    }
}
