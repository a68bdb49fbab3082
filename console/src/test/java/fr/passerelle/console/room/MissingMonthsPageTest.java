package fr.passerelle.console.room;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Slice;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.room.MissingMonthsPage.MissingMonths;
import fr.passerelle.console.room.MissingMonthsPage.MissingMonths.Column;
import fr.passerelle.console.room.MissingMonthsPage.MissingMonths.Line;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.schemas.bareme.Baremes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MissingMonthsPageTest {

    private static final PublishedRun RUN = new PublishedRun(
            3, "N-000003", "2017-01", Baremes.load(Baremes.DEFAULT), false, "0".repeat(64), Instant.EPOCH);

    @Test
    void tellsInWordsWhatItDraws() throws Exception {
        MissingMonths missing = new MissingMonths(
                List.of(new Column("2016-12", 0, 2, 4), new Column("2017-01", 16, 1, 2)),
                List.of(
                        new Line("CC A", "Salle 1", "R 1", List.of("2016-12", "2017-01"), "M0 0zM16 0z"),
                        new Line("CC A", "Salle 2", "R2", List.of("2016-12"), "M0 0z")));

        assertThat(page(missing))
                .contains("3 mois manquent dans 2 salles, de décembre 2016 à janvier 2017", "href=\"/salles/R%201\"")
                .contains("décembre 2016, janvier 2017</span>", "<title>décembre 2016\u00a0: 2 salles</title>")
                .containsOnlyOnce("scope=\"rowgroup\"")
                .containsOnlyOnce(">2017</text>")
                .doesNotContain("??");
    }

    @Test
    void saysWhenNothingIsMissing() throws Exception {
        assertThat(page(new MissingMonths(List.of(), List.of())))
                .contains("Aucun mois ne manque")
                .doesNotContain("<table");
    }

    private static String page(MissingMonths missing) throws Exception {
        var view = new MissingMonthsPage.MissingMonthsView(missing, Slice.of(missing.rooms(), 1, 100));
        return Templates.show(
                "room/manquants",
                "LECTEUR",
                Map.of("page", view, "run", RUN, "section", "salles", "reconstitution", false));
    }
}
