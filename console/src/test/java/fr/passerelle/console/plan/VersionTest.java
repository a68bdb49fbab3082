package fr.passerelle.console.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.change.ChangeLines.Value;
import fr.passerelle.console.page.Messages;
import fr.passerelle.console.plan.PlanView.Version;
import fr.passerelle.console.reading.PastResults.PastPlan;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.replay.ReplayExamples;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.SiteDescribed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void namesWhatChangedSinceTheOneBefore() {
        List<Version> versions = versions(past(plan("S-1", "900.50")), past(plan(null, "800.00")));

        assertThat(versions.getFirst().change())
                .isNotNull()
                .satisfies(change -> assertThat(change.values())
                        .containsExactly(
                                new Value("tiers lieu", "—", "Ancienne gare"),
                                new Value("aide totale", "800,00\u00a0€", "900,50\u00a0€")));
        assertThat(versions.getLast().change()).isNull();
    }

    @Test
    void saysNothingOfFiguresThatChangeNoConclusion() {
        Plan other = plan("S-1", "900.50");
        other.setPopulation(12);

        assertThat(versions(past(other), past(plan("S-1", "900.50")))
                        .getFirst()
                        .change())
                .isNull();
    }

    @Test
    void tellsAPlanThatWasWithdrawn() {
        assertThat(versions(past(null), past(plan("S-1", "900.50")))
                        .getFirst()
                        .change())
                .isNotNull()
                .satisfies(change -> assertThat(change.nature()).isEqualTo("retirée"));
    }

    private static List<Version> versions(PastPlan... plans) {
        return Version.of(List.of(plans), published(), Messages.ofThePages());
    }

    private static PastPlan past(@Nullable Plan plan) {
        return new PastPlan(ReplayExamples.base(Baremes.load("2017-05"), false), plan, true);
    }

    private static PublishedResults published() {
        TreeMap<String, SiteDescribed> sites = new TreeMap<>();
        sites.put(
                "S-1",
                SiteDescribed.newBuilder()
                        .setSiteId("S-1")
                        .setEpci("200000001")
                        .setName("Ancienne gare")
                        .setInsee("02000")
                        .setHosting(Hosting.newBuilder().build())
                        .build());
        PublishedRun run =
                new PublishedRun(3, "N-000003", "2017-10", Baremes.load(Baremes.DEFAULT), false, "", Instant.EPOCH);
        return new PublishedResults(run, Proposals.NONE, new TreeMap<>(), new TreeMap<>(), sites);
    }

    private static Plan plan(@Nullable String seat, String aid) {
        return BarePlan.of("200000001")
                .setTiersLieu(seat)
                .setAid(List.of())
                .setAidTotal(new BigDecimal(aid))
                .build();
    }
}
