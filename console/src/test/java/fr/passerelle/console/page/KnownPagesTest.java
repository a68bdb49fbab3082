package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Paths.KnownPages;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KnownPagesTest {

    private final KnownPages pages = new KnownPages(published());

    @Test
    void leadsToWhatIsPublished() {
        assertThat(pages.of("200000001")).isEqualTo("/intercommunalites/200000001");
        assertThat(pages.of("R 1")).isEqualTo("/salles/R%201");
    }

    @Test
    void leadsNowhereForWhatIsGoneOrHasNoPlan() {
        assertThat(pages.of("200000002")).isNull();
        assertThat(pages.of("R-9")).isNull();
    }

    @Test
    void namesWithoutALinkWhatAReplayChangesAndHasNoPage() throws Exception {
        assertThat(named("200000001")).contains("<a href=\"/intercommunalites/200000001\">Nom</a>");
        assertThat(named("R-9")).contains("Nom").doesNotContain("<a");
    }

    private String named(String id) throws Exception {
        String view = "replay/differences :: nomme(chemin=${connues.of('%s')},nom='Nom')".formatted(id);
        return Templates.show(view, "LECTEUR", Map.of("connues", pages));
    }

    private static PublishedResults published() {
        var plan = BarePlan.of("200000001").build();
        PublishedRun run =
                new PublishedRun(3, "N-000003", "2017-10", Baremes.load(Baremes.DEFAULT), false, "", Instant.EPOCH);
        return new PublishedResults(
                run,
                Proposals.of(List.of(), List.of(), List.of(plan)),
                new TreeMap<>(Map.of("R 1", new RoomInventoried())),
                new TreeMap<>(Map.of("200000002", new EpciDescribed())),
                new TreeMap<>());
    }
}
