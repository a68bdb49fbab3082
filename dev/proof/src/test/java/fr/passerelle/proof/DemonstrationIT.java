package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.fit;
import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Broker;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.explanation.reevaluation.Reevaluation;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The demonstration lies within what was published, and its aid within what was voted; every result of it follows from its own trace; and
 * what commands show of it is no wider than a terminal, and names what it tells of.
 */
@Story
class DemonstrationIT {

    private static final String CURRENT = " from passerelle.current_result where not withdrawn and type = '%s'";
    private static final String PLANS = CURRENT.formatted("PLAN");

    @AutoClose
    private final Deployment system = Deployments.demonstration();

    @Test
    void hasThePublishedNumberOfRoomsAndMarksEveryProposalAsAReconstruction() {
        assertThat(count(system, "room")).isBetween(140L, 150L);

        assertThat(count(
                        system,
                        "current_result"
                                + " where type <> 'SCORE' and not withdrawn and doc->>'demonstration' <> 'true'"))
                .isZero();
        assertThat(system.text("select demonstration::text from passerelle.run order by run_no limit 1"))
                .isEqualTo("true");
    }

    @Test
    void aidsWhereCostsAreGivenOnlyAndNeverAboveTheCeiling() {
        var aided = system.number("select count(*)" + PLANS + " and doc->>'aid_total' is not null");
        var aidedWithoutCost = system.number("""
            select count(*) %s and doc->>'aid_total' is not null and not exists (
                select 1 from jsonb_array_elements(doc->'aid') as line where line->>'cost' is not null)\
            """.formatted(PLANS));
        var totals = system.number(
                "select count(distinct doc->>'aid_total')" + PLANS + " and (doc->>'aid_total')::numeric > 0");
        var above = system.number("select count(*)" + PLANS + " and (doc->>'aid_total')::numeric > 115000.00");

        assertThat(aided).isPositive();
        assertThat(aided).isLessThan(system.number("select count(*)" + PLANS));
        assertThat(aidedWithoutCost).isZero();
        assertThat(totals).isGreaterThanOrEqualTo(3);
        assertThat(above).isZero();
    }

    @Test
    void putsEachAcceptedRowOnTheTopicExactlyOnce() {
        var log = new Log(system);

        assertThat(log.duplicates()).isEmpty();
        assertThat(log.ids()).hasSize((int) count(system, "journal where type <> 'RunPublished'"));
    }

    /** A run's subject, as that of a room that moved, has records in several partitions: order holds within each. */
    @Test
    void keepsTheOrderOfEachSubjectWithoutHoles() {
        var last = new HashMap<String, Long>();
        var ranks = new HashMap<String, TreeSet<Long>>();

        for (var each : new Log(system).transitions()) {
            long rank = Long.parseLong(Broker.header(each, "subject_seq"));
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
    void keepsEveryRejectWithItsPlaceAndReasonAndTellsTheFilesThatEachScoreRestsOn() {
        assertThat(count(system, "reject where run_no = 1"))
                .isPositive()
                .isEqualTo(system.number("select sum((f -> 'counts' ->> 'rejected')::bigint)"
                        + " from passerelle.run r, jsonb_array_elements(r.counts -> 'files') f where r.run_no = 1"));
        assertThat(count(
                        system,
                        "reject where sha256 !~ '^[0-9a-f]{64}(#[0-9]+){0,2}$' or line"
                                + " < 2 or reason = '' or message = '' or cells::text in ('{}', '[]', 'null')"))
                .isZero();

        long unknown = system.number("""
            select count(*) from passerelle.current_result r, jsonb_array_elements(r.files) as file
            where not r.withdrawn and r.type = 'SCORE' and not exists (
                select 1 from passerelle.source_file s where s.sha256 = split_part(file->>'sha256', '#', 1) and s.role = 'ATTENDANCE')\
            """);
        long withoutFile = system.number("select count(*)" + CURRENT.formatted("SCORE")
                + " and doc->>'months_observed' <> '0' and coalesce(jsonb_array_length(files), 0) = 0");

        assertThat(unknown).isZero();
        assertThat(withoutFile).isZero();
    }

    @Test
    void givesEveryPublishedResultAgainFromItsTrace() {
        Proposals proposals = Deployments.results(system).proposals();
        Map<String, Plan> plans = proposals.plans();
        Map<String, List<Frequentation>> scores = byEpci(proposals.scores(), Frequentation::getEpci);
        Map<String, List<Conversion>> conversions = byEpci(proposals.conversions(), Conversion::getEpci);

        assertThat(plans).hasSizeGreaterThan(40);
        assertThat(scores).hasSizeGreaterThanOrEqualTo(plans.size());
        scores.forEach((epci, ofIts) -> assertThat(
                        plans.containsKey(epci)
                                ? Reevaluation.of(plans.get(epci), conversions.getOrDefault(epci, List.of()), ofIts)
                                : Reevaluation.of(ofIts))
                .as(epci)
                .isEmpty());
    }

    private static <T> Map<String, List<T>> byEpci(Map<String, T> results, Function<T, String> epci) {
        return results.values().stream().collect(Collectors.groupingBy(epci, TreeMap::new, Collectors.toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs", "runs N-000001", "changes", "rejects",
                "rejects --corrections", "files", "relances", "decisions",
                "list etapes", "audit list", "replay list", "bareme list",
                "bareme show 2018-01", "bareme diff 2017-05 2018-01", "dead-letters", "verify"
            })
    void fitsATerminal(String words) {
        fit(said(system, words));
    }

    @Test
    void explainsAnEpciARoomAndASiteOnATerminal() {
        String epci = system.text("select min(epci) from passerelle.site");
        String room = system.text("select min(room_id) from passerelle.room where epci = '" + epci + "'");
        String site = system.text("select min(site_id) from passerelle.site");

        fit(said(system, "explain %s --legal --trace", epci));
        fit(said(system, "explain %s", room));
        assertThat(fit(said(system, "explain %s", site)).replaceAll("\\s+", " "))
                .contains("Ce lieu n’est pas une salle du réseau", "Vous pouvez corriger ces données")
                .doesNotContain("sur 100");
    }

    @Test
    void namesRoomsAndEpcisBesideTheirIdentifiers() {
        String changes = said(system, "changes").replaceAll("\\s+", " ");
        String room = system.text("select min(room_id) from passerelle.room");

        assertThat(changes).containsPattern("\\p{L}+ \\(" + room + "\\)").containsPattern("\\p{L}+ \\(\\d{9}\\)");
    }
}
