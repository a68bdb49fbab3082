package fr.passerelle.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.PlanExamples;
import fr.passerelle.console.search.SearchPage.SearchIndex;
import fr.passerelle.console.search.SearchPage.SearchIndex.SearchHit;
import fr.passerelle.console.search.SearchPage.SearchIndex.SearchHit.Kind;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchIndexTest {

    @Test
    void findsASiteAtItsPlaceAmongThoseComparedAndAnEpciByItsInitials() {
        assertThat(SearchIndex.of(published("S-1", "S-2")).find("gare"))
                .containsExactly(new SearchHit(
                        Kind.SITE, "Ancienne gare S-1", "200000001", "/intercommunalites/200000001#lieu-S-1"));
        assertThat(SearchIndex.of(published("S-2")).find("gare S-1")).isEmpty();
        assertThat(SearchIndex.of(published()).find("CAPL"))
                .isNotEmpty()
                .isEqualTo(SearchIndex.of(published()).find("CA du Pays de Laon"));
    }

    /** The EPCI compares the first site alone. */
    private static PublishedResults published(String... sites) {
        return PlanExamples.published(
                PlanExamples.RUN,
                Proposals.of(List.of(), List.of(), List.of(plan())),
                List.of(),
                List.of(),
                Stream.of(sites).map(PlanExamples::site).toArray(SiteDescribed[]::new));
    }

    private static Plan plan() {
        Siege station = new Siege(SiegeKind.SITE, "S-1", "Ancienne gare S-1", "02000", "Laon");
        return BarePlan.of("200000001")
                .setName("CA du Pays de Laon")
                .setCandidates(List.of(
                        BarePlan.candidate(station, Candidature.CANDIDATE).build()))
                .build();
    }
}
