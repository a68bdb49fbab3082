package fr.passerelle.console.epci;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.epci.EpciListPage.EpciSearch;
import fr.passerelle.console.epci.EpciListPage.EpciSearch.EpciList;
import fr.passerelle.console.epci.EpciRows.EpciRow;
import fr.passerelle.console.epci.EpciRows.PendingTask;
import fr.passerelle.console.map.Mark;
import fr.passerelle.schemas.event.Besoin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EpciSearchTest {

    private static final EpciRow HAM = row("1", "CC de Ham", Mark.TIERS_LIEU, "300.00", Set.of());
    private static final EpciRow LAON =
            row("2", "CA du Pays de Laon", Mark.EXISTANT, null, Set.of(PendingTask.PROXIMITE));
    private static final EpciRow OISE =
            row("3", "CC des Lisières de l'Oise", Mark.A_INSTRUIRE, "20.00", Set.of(PendingTask.A_INSTRUIRE));

    @Test
    void findsByWordsWithoutAccents() {
        assertThat(search("LISIERES oise", null, null, null, null, null).slice().items())
                .containsExactly(OISE);
        assertThat(search("capl", null, null, null, null, null).slice().items()).containsExactly(LAON);
        assertThat(search("salle de ham", null, null, null, null, null).slice().items())
                .containsExactly(HAM);
    }

    @Test
    void filtersByWhatIsProposedAndByWhatWaits() {
        assertThat(search(null, "EXISTANT", "", null, null, null).slice().items())
                .containsExactly(LAON);
        assertThat(search(null, "", "A_INSTRUIRE", null, null, null).slice().items())
                .containsExactly(OISE);
        assertThat(search(null, "EXISTANT", "A_INSTRUIRE", null, null, null)
                        .slice()
                        .items())
                .isEmpty();
    }

    @Test
    void sortsUnknownAmountsLastBothWays() {
        assertThat(search(null, null, null, "aide", null, null).slice().items()).containsExactly(OISE, HAM, LAON);
        assertThat(search(null, null, null, "aide", "desc", null).slice().items())
                .containsExactly(HAM, OISE, LAON);
    }

    @Test
    void turnsTheColumnThatIsSorted() {
        EpciList list = search("ham", null, null, "aide", null, null);

        assertThat(column(list, "aide").address()).isEqualTo("/intercommunalites?q=ham&tri=aide&sens=desc");
        assertThat(column(list, "aide").sort()).isEqualTo("ascending");
        assertThat(column(list, "nom").address()).isEqualTo("/intercommunalites?q=ham&tri=nom&sens=asc");
        assertThat(column(list, "nom").sort()).isEqualTo("none");
    }

    @Test
    void keepsWhatPeopleTypeInertInAddresses() {
        EpciList list = search("a&b={c}\"<", null, null, null, null, null);

        assertThat(column(list, "nom").address()).isEqualTo("/intercommunalites?q=a%26b%3Dc%22%3C&tri=nom&sens=desc");
    }

    @Test
    void leavesOutWhatDoesNotExist() {
        assertThat(search(null, null, null, "rien", "x", "-3").slice().items()).hasSize(3);
        assertThat(search(null, null, null, null, null, "99999999999").slice().page())
                .isEqualTo(1);
    }

    @Test
    void cutsALongListIntoPages() {
        List<EpciRow> many = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            many.add(row(String.valueOf(i), "CC " + i, Mark.AUCUNE, null, Set.of()));
        }

        EpciList last = new EpciSearch(null, null, null, null, null, "9").in(many);

        assertThat(last.slice().page()).isEqualTo(3);
        assertThat(last.slice().pages()).isEqualTo(3);
        assertThat(last.slice().items()).hasSize(10);
        assertThat(last.slice().total()).isEqualTo(130);
    }

    private static EpciList search(
            @Nullable String q,
            @Nullable String proposition,
            @Nullable String attente,
            @Nullable String tri,
            @Nullable String sens,
            @Nullable String page) {
        return new EpciSearch(q, proposition, attente, tri, sens, page).in(List.of(HAM, LAON, OISE));
    }

    private static EpciList.Column column(EpciList list, String code) {
        return list.columns().stream()
                .filter(column -> column.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static EpciRow row(String siren, String name, Mark mark, @Nullable String aid, Set<PendingTask> waiting) {
        return new EpciRow(
                siren,
                name,
                mark,
                mark == Mark.TIERS_LIEU ? "Salle" : "",
                null,
                null,
                null,
                1,
                1,
                1,
                0,
                0,
                aid == null ? null : new BigDecimal(aid),
                Besoin.MOYEN,
                "moyen",
                100,
                0,
                0,
                waiting);
    }
}
