package fr.passerelle.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.local.fixture.ResultFixtures;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nights of plans of a megabyte each, which takes several once read: the second is published with the memory of a few. */
@Tag("proof")
@WithServers
class LargeNightIT {

    private static final int PLANS = 40;
    private static final List<RegleEssayee> TRACE = IntStream.range(0, 20_000)
            .mapToObj(room -> Steps.decided(Rule.SEUIL, "room:S-" + room, "OUI"))
            .toList();

    private final TestServers servers;
    private final Import night;

    LargeNightIT(TestServers servers) {
        this.servers = servers;
        this.night = new Import(servers);
    }

    @Test
    void holdsOnlySomeResultsAtOnce() throws Exception {
        night.run(() -> plans(1));
        night.publish();
        night.run(() -> plans(2));
        JdbcClient.create(night.dataSource())
                .sql("update passerelle.run set as_of = '2017-10' where run_no = 2")
                .update();

        assertThat(published("2")).contains("gaps=[]", "plans=40 ", "\"modified\": 40, \"same\": 0", "\"etapes\": 80");
    }

    private int plans(int etapes) {
        for (int i = 0; i < PLANS; i++) {
            String epci = Integer.toString(200_000_000 + i);
            Plan plan = ResultFixtures.planOfEtape(epci, "S-" + i);
            plan.setFunctions(etapes == 1 ? List.of() : List.of(Fonction.MEDIATION_NUMERIQUE));
            plan.setEtapes(etapes);
            plan.setTrace(TRACE);
            night.result("PLAN", epci, epci, plan);
        }
        return PLANS;
    }

    /** What is said of a run in a process of little memory. */
    private String published(String run) throws IOException, InterruptedException {
        Stream<String> command = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                LargeNight.class.getName(),
                run);
        Process process = new ProcessBuilder(
                        Stream.concat(command, Stream.of(servers.arguments())).toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
