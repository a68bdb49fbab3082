package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.latest;
import static fr.passerelle.proof.Deployments.said;
import static fr.passerelle.proof.Deployments.told;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.OlderTables;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.schemas.contract.RegistryClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night over what older contracts wrote finds nothing new in the same files, and all of it is still told. */
@Tag("proof")
class OlderContractsNightIT {

    private static final String PLACES = "select max(seq) || ' ' || count(*) from passerelle.place_version";

    @TempDir
    private Path folder;

    @AutoClose
    private Deployment system;

    @BeforeEach
    void publishANight() {
        system = Deployments.published("older-contracts", Inputs.workedCases());
        String epci = system.text("select min(id) from passerelle.result where type = 'PLAN'");
        said(system, "decide %s notified --act CP-2 --date 2017-12-15 --why Essai", epci);
        system.night(Inputs.forced());
    }

    @Test
    void changesNothingAndIsToldAsBefore() throws SQLException {
        Map<String, String> before = told();
        String hash = latest(system, "result_hash");
        String places = system.text(PLACES);

        rewrite(false);
        system.night(Inputs.forced());

        assertThat(latest(system, "result_hash")).isEqualTo(hash);
        assertThat(count(system, "result where run_no > 2")).isZero();
        assertThat(system.text(PLACES)).isEqualTo(places);

        rewrite(true);
        assertThat(told()).isEqualTo(before);
    }

    /**
     * Results are hashed as they were published: they are written anew last, and the run has the hash it would have
     * had.
     */
    private void rewrite(boolean results) throws SQLException {
        RegistryClient registry = new RegistryClient(system.endpoints().registryUrl());
        try (Connection owner = system.database().connect()) {
            OlderTables tables = new OlderTables(
                    owner, schema -> registry.register(system.namespace() + ".older-" + schema.getName(), schema));
            if (results) {
                tables.results();
                Crowd.renewHash(owner);
            } else {
                tables.journal();
                tables.places();
                tables.decisions();
            }
        }
    }

    /** What is told of rooms, results and decisions, whatever the run's number, moment and hash. */
    private Map<String, String> told() {
        var told = BeforePublicationIT.told(
                system, folder, List.of("rooms", "sites", "scores", "conversions", "plans", "decisions"));
        told.replaceAll((name, text) -> unnumbered(text));
        return told;
    }

    private String unnumbered(String text) {
        return text.replace("N-000003", "N-000002")
                .replace(latest(system, "result_hash"), "")
                .replaceAll("\"published_at\":\"[^\"]*\"", "");
    }
}
