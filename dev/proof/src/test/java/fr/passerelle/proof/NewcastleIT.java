package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.schemas.table.TableSchema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Published figures of five libraries that no one here wrote, through the shipped mapping and the real job. */
@Story
class NewcastleIT {

    private static final List<String> BRANCHES =
            List.of("NCL-CITY", "NCL-DENTON-BURN", "NCL-DINNINGTON", "NCL-FENHAM", "NCL-HIGH-HEATON");

    @AutoClose
    private Deployment system;

    @BeforeAll
    void runANight() {
        Path rooms = Csv.file(
                TableSchema.SALLES, BRANCHES.stream().map(NewcastleIT::room).toArray(String[]::new));
        Path files = Tree.root().resolve("sources/src/test/resources/registers");
        system = Deployments.published(
                "newcastle",
                Deployments.words(
                        "nightly --rooms %s --attendance %s --mapping %s --as-of 2010-04",
                        rooms, files.resolve("monthly-visits-extrait.csv"), files.resolve("newcastle-visites.yaml")));
    }

    @Test
    void countsWhatTheSourceCounts() {
        var presences = system.months().stream()
                .flatMap(month -> month.getLines().stream())
                .mapToInt(line -> line.getCounts().getPresences())
                .summaryStatistics();

        assertThat(presences.getCount()).isEqualTo(790);
        assertThat(presences.getSum()).isEqualTo(11_358_969);
        assertThat(presences.getMin()).isZero();
    }

    @Test
    void scoresEveryRoomWithoutIntercommunaliteAndShowsTheBreakAndTheCopiedSamples() {
        assertThat(system.text("select count(*) || ' ' || min(doc->>'epci') || ' ' || max(doc->>'epci')"
                        + " from passerelle.current_result where not withdrawn and type = 'SCORE'"))
                .isEqualTo("5 SANS-EPCI SANS-EPCI");
        assertThat(count(system, "current_result where not withdrawn and type <> 'SCORE'" + " and epci = 'SANS-EPCI'"))
                .isZero();

        assertThat(flags("NCL-CITY")).isEqualTo("[\"STRUCTURAL_BREAK\"]");
        assertThat(flags("NCL-DENTON-BURN")).isEqualTo("[\"COPIED_SAMPLE\"]");
    }

    private String flags(String room) {
        return system.text(
                "select doc->>'flags' from passerelle.current_result where type = 'SCORE' and id = '" + room + "'");
    }

    private static String room(String id) {
        return id + ";" + id + ";99132;;;;;REGION" + ";".repeat(16);
    }
}
