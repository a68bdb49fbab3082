package fr.passerelle.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.search.SearchPage.SearchIndex;
import fr.passerelle.console.search.SearchPage.SearchIndex.SearchHit;
import fr.passerelle.console.search.SearchPage.SearchIndex.SearchHit.Kind;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.SiteDescribed;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SearchIndexTest {

    @Test
    void findsASiteAtItsPlaceAmongThoseThatAreCompared() {
        assertThat(SearchIndex.of(published("S-1", "S-2")).find("gare"))
                .containsExactly(new SearchHit(
                        Kind.SITE, "Ancienne gare S-1", "200000001", "/intercommunalites/200000001#lieu-S-1"));
    }

    @Test
    void findsAnEpciByTheInitialsThatPeopleUse() {
        assertThat(SearchIndex.of(published()).find("CAPL"))
                .isNotEmpty()
                .isEqualTo(SearchIndex.of(published()).find("CA du Pays de Laon"));
    }

    @Test
    void findsNoSiteThatNoPageShows() {
        assertThat(SearchIndex.of(published("S-2")).find("gare S-1")).isEmpty();
    }

    /** The EPCI compares the first site alone. */
    private static PublishedResults published(String... sites) {
        TreeMap<String, SiteDescribed> described = new TreeMap<>();
        for (String site : sites) {
            described.put(site, site(site));
        }
        PublishedRun run =
                new PublishedRun(3, "N-000003", "2017-10", Baremes.load(Baremes.DEFAULT), false, "", Instant.EPOCH);
        Proposals proposals = Proposals.of(List.of(), List.of(), List.of(plan()));
        return new PublishedResults(run, proposals, new TreeMap<>(), new TreeMap<>(), described);
    }

    private static SiteDescribed site(String id) {
        return SiteDescribed.newBuilder()
                .setSiteId(id)
                .setEpci("200000001")
                .setName("Ancienne gare " + id)
                .setInsee("02000")
                .setHosting(Hosting.newBuilder().build())
                .build();
    }

    private static Plan plan() {
        Concurrent place = Concurrent.newBuilder()
                .setSiege(new Siege(SiegeKind.SITE, "S-1", "Ancienne gare S-1", "02000", "Laon"))
                .setCandidature(Candidature.CANDIDATE)
                .setRank(1)
                .setFunctionsWanted(0)
                .setFunctionsConfirmed(2)
                .setPopulation(2000)
                .setPopulationSteps(1)
                .setFonctions(List.of())
                .setReasons(List.of())
                .build();
        return BarePlan.of("200000001")
                .setName("CA du Pays de Laon")
                .setCandidates(List.of(place))
                .setAid(List.of())
                .build();
    }
}
