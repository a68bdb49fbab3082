package fr.passerelle.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.SilentBatch;
import fr.passerelle.local.fixture.ResultFixtures;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.published.result.ChangesOfRuns;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Runs;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ResumeChangements;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What two runs conclude otherwise is the same, whether their results are read one by one or held against each other whole. */
@WithServers
class ChangesOfRunsIT {

    private static final String E1 = "200000001";
    private static final String E2 = "200000002";

    @AutoClose
    private final ConfigurableApplicationContext context;

    private final TestServers servers;
    private final Import night;

    ChangesOfRunsIT(TestServers servers) {
        this.servers = servers;
        this.context = SilentBatch.on(servers);
        this.night = new Import(servers);
    }

    @Test
    void areThoseOfAllTheirResults() {
        night.run(this::first);
        night.run(this::second);

        ResumeChangements told = told(2);

        assertThat(List.of(told.getAdded(), told.getRemoved(), told.getModified(), told.getSame()))
                .containsExactly(1, 1, 2, 3);
        Results results = context.getBean(Results.class);
        assertThat(told.getChanges())
                .isEqualTo(Changes.between(results.proposals(1), results.proposals(2))
                        .list());
        assertThat(told.getChanges().getFirst().getCauses())
                .extracting(CauseChangement::getRule)
                .containsExactly("USAGE");
        assertThat(told.getBefore().getEtapes()).isEqualTo(2);
        assertThat(told.getAfter().getEtapes()).isEqualTo(6);
        assertThat(told(1).getAdded()).isEqualTo(6);
    }

    private ResumeChangements told(long run) {
        return context.getBean(ChangesOfRuns.class)
                .of(context.getBean(Runs.class).get(run));
    }

    private int first() {
        List.of("S-1", "S-2", "S-3", "S-4").forEach(room -> conversion(room, E1, ConversionKind.ETAPE_NOMADE));
        night.result("SCORE", "S-2", E1, score("0.050000"));
        night.result("PLAN", E1, E1, ResultFixtures.planOfEtape(E1, "S-1"));
        night.result("PLAN", E2, E2, ResultFixtures.planOfEtape(E2, "S-9"));
        return 1;
    }

    /** S-2 becomes a tiers lieu, S-3 goes, S-4 moves to another partition, S-5 comes. */
    private int second() {
        conversion("S-2", E1, ConversionKind.TIERS_LIEU);
        night.result("SCORE", "S-2", E1, score("0.060000"));
        gone("S-3");
        conversion("S-4", E2, ConversionKind.ETAPE_NOMADE);
        JdbcClient.create(night.dataSource())
                .sql("update passerelle.result set partition = 1 where run_no = 2 and id = 'S-4'")
                .update();
        gone("S-4");
        conversion("S-5", E1, ConversionKind.ETAPE_NOMADE);
        Plan plan = ResultFixtures.planOfEtape(E1, "S-1");
        plan.setFunctions(List.of(Fonction.MEDIATION_NUMERIQUE));
        plan.setEtapes(5);
        night.result("PLAN", E1, E1, plan);
        return 2;
    }

    private static Frequentation score(String usage) {
        Frequentation score = ResultFixtures.scoreMissing("S-2", E1, "2017-09");
        score.setIndicateurs(List.of(Indicateur.newBuilder()
                .setName(IndicateurName.USAGE)
                .setWeight(40)
                .setValue(new BigDecimal(usage))
                .setPoints(new BigDecimal(usage).movePointRight(3).setScale(6))
                .build()));
        return score;
    }

    private void conversion(String room, String epci, ConversionKind kind) {
        night.result("CONVERSION", room, epci, ResultFixtures.conversion(room, epci, kind));
    }

    private void gone(String room) {
        JdbcClient.create(night.dataSource())
                .sql("insert into passerelle.result (namespace, type, id, run_no, partition, epci, withdrawn)"
                        + " values (:namespace, 'CONVERSION', :id, 2, 0, :epci, true)")
                .param("namespace", servers.namespace())
                .param("id", room)
                .param("epci", E1)
                .update();
    }
}
