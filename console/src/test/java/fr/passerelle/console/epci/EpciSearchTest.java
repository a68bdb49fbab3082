package fr.passerelle.console.epci;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.epci.EpciRows.EpciRow;
import fr.passerelle.console.epci.EpciRows.PendingTask;
import fr.passerelle.console.map.Mark;
import fr.passerelle.console.page.Listing.ListColumn;
import fr.passerelle.console.page.Listing.ListPage;
import fr.passerelle.console.page.Listing.ListRows;
import fr.passerelle.console.page.Messages;
import fr.passerelle.console.page.Slice;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        assertThat(search("q", "LISIERES oise").slice().items()).containsExactly(OISE);
        assertThat(search("q", "capl").slice().items()).containsExactly(LAON);
        assertThat(search("q", "salle de ham").slice().items()).containsExactly(HAM);
    }

    @Test
    void filtersByWhatIsProposedAndByWhatWaitsAndHasWordsForIt() {
        assertThat(search("proposition", "EXISTANT", "attente", "").slice().items())
                .containsExactly(LAON);
        assertThat(search("proposition", "", "attente", "A_INSTRUIRE").slice().items())
                .containsExactly(OISE);
        assertThat(search("proposition", "EXISTANT", "attente", "A_INSTRUIRE")
                        .slice()
                        .items())
                .isEmpty();
        assertThat(PendingTask.values())
                .allSatisfy(task ->
                        assertThat(Messages.keys("intercommunalites")).contains("epcis.attente." + task.name()));
    }

    @Test
    void sortsBothWaysAndUnknownAmountsLast() {
        assertThat(search().slice().items()).containsExactly(LAON, HAM, OISE);
        assertThat(search("tri", "nom", "sens", "desc").slice().items()).containsExactly(OISE, HAM, LAON);
        assertThat(search("tri", "aide").slice().items()).containsExactly(OISE, HAM, LAON);
        assertThat(search("tri", "aide", "sens", "desc").slice().items()).containsExactly(HAM, OISE, LAON);
    }

    @Test
    void turnsTheColumnThatIsSorted() {
        ListPage<EpciRow> list = search("q", "ham", "tri", "aide");

        assertThat(list.sortedBy(column("aide"))).isEqualTo("/intercommunalites?q=ham&tri=aide&sens=desc");
        assertThat(list.sortOf(column("aide"))).isEqualTo("ascending");
        assertThat(list.sortedBy(column("nom"))).isEqualTo("/intercommunalites?q=ham&tri=nom&sens=asc");
        assertThat(list.sortOf(column("nom"))).isEqualTo("none");
    }

    @Test
    void leavesOutWhatDoesNotExistAndShowsSixtyAPage() {
        assertThat(search("tri", "rien", "sens", "x", "page", "-3").slice().items())
                .hasSize(3);
        assertThat(search("page", "99999999999").slice().page()).isEqualTo(1);

        ListRows<EpciRow> many = new ListRows<>(Collections.nCopies(130, HAM));

        assertThat(EpciListPage.LISTING.page(Map.of(), many).slice().items()).hasSize(60);
        assertThat(EpciListPage.LISTING.page(Map.of("page", "9"), many).slice())
                .isEqualTo(new Slice<>(Collections.nCopies(10, HAM), 3, 3, 130));
    }

    private static ListPage<EpciRow> search(String... namesAndValues) {
        Map<String, String> asked = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            asked.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return EpciListPage.LISTING.page(asked, new ListRows<>(List.of(HAM, LAON, OISE)));
    }

    private static ListColumn<EpciRow> column(String name) {
        return EpciListPage.LISTING.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static EpciRow row(String siren, String name, Mark mark, @Nullable String aid, Set<PendingTask> waiting) {
        String seat = mark == Mark.TIERS_LIEU ? "Salle" : "";
        Plan plan = BarePlan.of(siren)
                .setName(name)
                .setAidTotal(aid == null ? null : new BigDecimal(aid))
                .build();
        return new EpciRow(plan, mark, seat, null, 0, 0, waiting);
    }
}
