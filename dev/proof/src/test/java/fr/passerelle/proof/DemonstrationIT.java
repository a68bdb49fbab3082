package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.util.HashMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The demonstration lies within what was published, and its aid within what was voted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationIT {

    private static final String PLANS =
            " from passerelle.current_result where type = 'PLAN' and not withdrawn and namespace = '%s'";

    private Deployment system;

    @BeforeAll
    void findIt() {
        system = Deployments.demonstration();
    }

    @AfterAll
    void endIt() {
        system.close();
    }

    @Test
    void hasThePublishedNumberOfRooms() {
        assertThat(system.number("select count(*) from passerelle.room")).isBetween(140L, 150L);
    }

    @Test
    void hasThePublishedNumberOfPresencesAYear() {
        var years = system.months().stream()
                .filter(month -> month.getMonth().compareTo("2009") >= 0
                        && month.getMonth().compareTo("2017") < 0)
                .flatMap(month -> month.getLines().stream())
                .filter(line -> line.getCounts().getPresences() != null)
                .collect(Collectors.groupingBy(
                        line -> line.getPeriodStart().getYear(),
                        Collectors.summingLong(line -> line.getCounts().getPresences())));

        assertThat(years.values())
                .hasSize(8)
                .allSatisfy(total -> assertThat(total).isBetween(75_000L, 100_000L));
    }

    @Test
    void aidsWhereCostsAreGivenOnlyAndNeverAboveTheCeiling() {
        var aided = system.number("select count(*)" + plans() + " and doc->>'aid_total' is not null");
        var aidedWithoutCost = system.number("""
            select count(*) %s and doc->>'aid_total' is not null and not exists (
                select 1 from jsonb_array_elements(doc->'aid') as line where line->>'cost' is not null)\
            """.formatted(plans()));
        var totals = system.number(
                "select count(distinct doc->>'aid_total')" + plans() + " and (doc->>'aid_total')::numeric > 0");
        var above = system.number("select count(*)" + plans() + " and (doc->>'aid_total')::numeric > 115000.00");

        assertThat(aided).isPositive();
        assertThat(aided).isLessThan(system.number("select count(*)" + plans()));
        assertThat(aidedWithoutCost).isZero();
        assertThat(totals).isGreaterThanOrEqualTo(3);
        assertThat(above).isZero();
    }

    @Test
    void marksEveryProposalAsAReconstruction() {
        assertThat(system.number("select count(*) from passerelle.current_result"
                        + " where type <> 'SCORE' and not withdrawn and doc->>'demonstration' <> 'true'"))
                .isZero();
        assertThat(system.text("select demonstration::text from passerelle.run order by run_no limit 1"))
                .isEqualTo("true");
    }

    @Test
    void putsEachAcceptedRowOnTheTopicExactlyOnce() {
        var log = new Log(system);

        assertThat(log.duplicates()).isEmpty();
        assertThat(log.ids())
                .hasSize((int) system.number("select count(*) from passerelle.journal where type <> 'RunPublished'"));
    }

    /** A run's subject, as that of a room that moved, has records in several partitions: order holds within each. */
    @Test
    void keepsTheOrderOfEachSubjectWithoutHoles() {
        var last = new HashMap<String, Long>();
        var ranks = new HashMap<String, TreeSet<Long>>();

        for (var each : new Log(system).transitions()) {
            long rank = Long.parseLong(Log.header(each, "subject_seq"));
            assertThat(rank).as(each.key()).isGreaterThan(last.getOrDefault(each.partition() + each.key(), 0L));
            last.put(each.partition() + each.key(), rank);
            assertThat(ranks.computeIfAbsent(each.key(), key -> new TreeSet<>()).add(rank))
                    .as(each.key() + " " + rank + " once")
                    .isTrue();
        }

        assertThat(ranks).hasSizeGreaterThan(200);
        assertThat(ranks)
                .allSatisfy((key, all) -> assertThat(all.last()).as(key).isEqualTo(all.size()));
    }

    @Test
    void hasOneCurrentConversionARoomAndAtMostOneTiersLieuAnEpci() {
        assertThat(system.number("select count(*) from (select id from passerelle.current_result"
                        + " where type = 'CONVERSION' and not withdrawn group by id having count(*) > 1) as twice"))
                .isZero();
        assertThat(system.number("select max(seats) from (select count(*) as seats from passerelle.current_result"
                        + " where type = 'CONVERSION' and not withdrawn and doc->>'kind' = 'TIERS_LIEU'"
                        + " group by epci) as by_epci"))
                .isEqualTo(1);
    }

    @Test
    void leavesNoLag() {
        Waiting.until(() -> new Log(system).lag(".events") == 0);
        Waiting.until(() -> new Log(system).lag(".projection") == 0);
    }

    @Test
    void keepsEveryRejectWithItsFileItsLineItsCellsAndItsReason() {
        assertThat(system.number("select count(*) from passerelle.reject where run_no = 1"))
                .isPositive()
                .isEqualTo(system.number("select sum((f -> 'counts' ->> 'rejected')::bigint)"
                        + " from passerelle.run r, jsonb_array_elements(r.counts -> 'files') f where r.run_no = 1"));
        assertThat(system.number(
                        "select count(*) from passerelle.reject where sha256 !~ '^[0-9a-f]{64}(#[0-9]+){0,2}$' or line"
                                + " < 2 or reason = '' or message = '' or cells::text in ('{}', '[]', 'null')"))
                .isZero();
    }

    private String plans() {
        return PLANS.formatted(system.namespace());
    }
}
