package fr.passerelle.console.room;

import static fr.passerelle.console.map.PlanExamples.epci;
import static fr.passerelle.console.map.PlanExamples.published;
import static fr.passerelle.console.map.PlanExamples.run;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Slice;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.room.MissingMonthsPage.MissingMonths;
import fr.passerelle.console.room.MissingMonthsPage.MissingMonths.Column;
import fr.passerelle.console.room.MissingMonthsPage.MissingMonths.Line;
import fr.passerelle.local.fixture.ResultFixtures;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingMonthsPageTest {

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
                .containsOnlyOnce(">2017</text>");
    }

    @Test
    void saysWhenNothingIsMissing() throws Exception {
        assertThat(page(new MissingMonths(List.of(), List.of())))
                .contains("Aucun mois ne manque")
                .doesNotContain("<table");
    }

    private static String page(MissingMonths missing) throws Exception {
        var view = new MissingMonthsPage.MissingMonthsView(missing, Slice.of(missing.rooms(), 1, 100));
        return Templates.page("room/manquants", "LECTEUR", view, run(3, "2017-01"));
    }

    private final MissingMonths missing =
            of(score("R1", "2016-12"), score("R2", "2016-12", "2017-02"), score("R3"), score("R4", "2016-12"));

    @Test
    void shadesEachMonthByHowManyRoomsMissIt() {
        assertThat(missing.months())
                .extracting(month -> month.text() + " " + month.rooms() + " " + month.shade())
                .containsExactly("2016-12 3 4", "2017-01 0 0", "2017-02 1 2", "2017-03 0 0");
        assertThat(missing.months().get(1).year()).isEqualTo("2017");
        assertThat(missing.total()).isEqualTo(4);
    }

    @Test
    void listsTheRoomsThatMissOneThoseThatMissTheMostFirst() {
        assertThat(missing.rooms()).extracting(MissingMonths.Line::name).containsExactly("R2", "R1", "R4");
        assertThat(missing.rooms().getFirst().months()).containsExactly("2016-12", "2017-02");
        assertThat(missing.rooms().getFirst().squares()).isEqualTo("M0 0h13v13h-13zM32 0h13v13h-13z");
    }

    @Test
    void keepsTheRoomsOfAnEpciTogetherWhereAnotherHasItsName() {
        List<EpciDescribed> epcis = List.of(epci("200000001"), epci("200000002"));
        epcis.forEach(epci -> epci.setName("CC du Val"));
        Frequentation elsewhere = score("R2", "2016-12", "2017-02");
        elsewhere.setEpci("200000002");

        MissingMonths twins =
                of(epcis, score("R1", "2016-12"), elsewhere, score("R3", "2016-12", "2017-01", "2017-02"));

        assertThat(twins.rooms()).extracting(MissingMonths.Line::room).containsExactly("R3", "R1", "R2");
    }

    @Test
    void isEmptyWhereNothingIsMissing() {
        assertThat(of(score("R1")))
                .isEqualTo(new MissingMonths(List.of(), List.of()))
                .extracting(MissingMonths::total, MissingMonths::width, MissingMonths::grid)
                .containsExactly(0, 0, "");
    }

    private static MissingMonths of(Frequentation... scores) {
        return of(List.of(), scores);
    }

    private static MissingMonths of(List<EpciDescribed> epcis, Frequentation... scores) {
        Proposals proposals = Proposals.of(List.of(scores), List.of(), List.of());
        return MissingMonths.of(published(run(3, "2017-03"), proposals, List.of(), epcis));
    }

    private static Frequentation score(String room, String... months) {
        Frequentation score = ResultFixtures.scoreMissing(room, "200000001", "");
        score.setMonthsMissing(List.of(months));
        return score;
    }
}
