package fr.passerelle.console.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.map.PlanExamples;
import fr.passerelle.console.page.Listing.ListColumn;
import fr.passerelle.console.page.Listing.ListPage;
import fr.passerelle.console.page.Listing.ListRows;
import fr.passerelle.console.page.Messages;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.room.RoomListPage.RoomList;
import fr.passerelle.local.fixture.ResultFixtures;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.frequentation.Flag;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomSearchTest {

    private static final List<RoomRow> ROWS = List.of(
            row("S1", "Étaples", "60001", 40),
            row("S2", "Ham", "80410", null),
            row("S3", "Château-Thierry", "02168", 90),
            row("S4", "eppeville", "80274", 40));

    @Test
    void findsEveryWordWhateverTheAccents() {
        assertThat(found(Map.of("q", "  CHATEAU thierry "))).containsExactly("S3");
        assertThat(found(Map.of("q", "s4"))).containsExactly("S4");
        assertThat(found(Map.of("q", "ham thierry"))).isEmpty();
    }

    @Test
    void keepsWhatEveryFilterAsks() {
        assertThat(found(Map.of("departement", "80"))).containsExactly("S4", "S2");
        assertThat(found(Map.of("departement", "80", "etat", "NOTEE"))).containsExactly("S4");
        assertThat(found(Map.of("candidature", "SOUS_LE_SEUIL", "epci", "1", "proposition", "ETAPE_NOMADE")))
                .hasSize(4);

        RoomRow unconverted = converted(null);
        ListRows<RoomRow> all = new ListRows<>(List.of(unconverted, row("S1", "A", "80001", 50)));
        assertThat(RoomListPage.LISTING
                        .page(Map.of("proposition", "AUCUNE"), all)
                        .slice()
                        .items())
                .containsExactly(unconverted);
    }

    @Test
    void sortsAsFrenchDoesAndPutsTheUnknownLastEitherWay() {
        assertThat(found(Map.of())).containsExactly("S3", "S4", "S1", "S2");
        assertThat(found(Map.of("tri", "note"))).containsExactly("S1", "S4", "S3", "S2");
        assertThat(found(Map.of("tri", "note", "sens", "desc"))).containsExactly("S3", "S1", "S4", "S2");
    }

    @Test
    void takesWhatIsNoChoiceAsNotSaid() {
        ListPage<RoomRow> list = list(Map.of("tri", "rien", "page", "-3", "q", "x".repeat(5000)));

        assertThat(list.order().name()).isEqualTo("nom");
        assertThat(list.slice().page()).isEqualTo(1);
        assertThat(list.said("q")).hasSize(100);
    }

    @Test
    void writesAddressesThatNothingTypedCanBreak() {
        ListPage<RoomRow> list = list(Map.of("q", "a&tri=note#{x}%", "tri", "note"));
        ListColumn<RoomRow> name = RoomListPage.LISTING.columns().getFirst();

        assertThat(list.toPage(2)).isEqualTo("/salles?q=a%26tri%3Dnote%23%7Bx%7D%25&tri=note&page=2");
        assertThat(list.sortedBy(list.order())).endsWith("&tri=note&sens=desc");
        assertThat(list.sortedBy(name)).isEqualTo("/salles?q=a%26tri%3Dnote%23%7Bx%7D%25");
        assertThat(list.sortOf(list.order())).isEqualTo("ascending");
        assertThat(list.sortOf(name)).isEqualTo("none");
    }

    private static List<String> found(Map<String, String> asked) {
        return list(asked).slice().items().stream()
                .map(row -> row.room().getRoomId())
                .toList();
    }

    private static ListPage<RoomRow> list(Map<String, String> asked) {
        return RoomListPage.LISTING.page(asked, new ListRows<>(ROWS));
    }

    private static RoomRow row(String id, String name, String insee, @Nullable Integer score) {
        return row(id, name, insee, "1", score);
    }

    private static RoomRow row(String id, String name, String insee, String siren, @Nullable Integer note) {
        RoomInventoried room =
                PlanExamples.inventoried(id).setName(name).setEpci(siren).build();
        Frequentation score = ResultFixtures.scoreMissing(id, siren, "2017-01");
        score.setState(note == null ? FrequentationState.FERMEE : FrequentationState.NOTEE);
        score.setScore(note);
        return new RoomRow(
                room,
                name,
                Departement.of(insee),
                "CC",
                true,
                BarePlan.etape(id, siren).build(),
                score);
    }

    private static RoomRow converted(@Nullable Conversion conversion) {
        return new RoomRow(
                PlanExamples.inventoried("S9").build(), "Ham", Departement.of("80001"), "CC", true, conversion, null);
    }

    private static final Set<String> KEYS = Messages.keys("salles");

    @Test
    void hasFrenchWordsForEveryCode() {
        assertThat(KEYS)
                .containsAll(keys("salle.verdict.ETAPE_NOMADE.", Candidature.values()))
                .contains("salle.verdict.TIERS_LIEU.RETENUE", "salle.verdict.COMMUNALE_AUTONOME")
                .contains("salle.verdict.FERMEE", "salle.verdict.HORS_PLAN")
                .containsAll(keys("salles.etat.", FrequentationState.values()))
                .containsAll(RoomListPage.LISTING.columns().stream()
                        .map(column -> "salles.colonne." + column.name())
                        .toList())
                .containsAll(keys("salle.hote.", HostKind.values()))
                .containsAll(keys("salle.payeur.", Payeur.values()))
                .containsAll(keys("salle.decision.", DecisionKind.values()))
                .containsAll(keys("releves.grain.", Grain.values()))
                .containsAll(keys(
                        "salle.signal.",
                        Flag.DECLARED_HOURS,
                        Flag.SPREAD,
                        Flag.COPIED_SAMPLE,
                        Flag.STRUCTURAL_BREAK,
                        Flag.RECENT_DATA_THIN,
                        Flag.SMALL_NUMBERS));
    }

    @Test
    void offersTheRoomsOfNoEpciInWords() throws Exception {
        RoomRow without = row("S5", "Nulle part", "60001", "SANS-EPCI", 1);

        assertThat(Templates.page("room/liste", "LECTEUR", new RoomList(list(Map.of()), false, List.of(without))))
                .contains("<option value=\"SANS-EPCI\">Sans intercommunalité connue</option>");
    }

    /** It is not hidden behind its code: so the tests of every page see it. */
    @Test
    void showsThatACodeHasNoWords() {
        assertThatThrownBy(() -> Templates.show(
                        "page/liste :: choix(classe='', nom='etat', titre='', tout='', options=${page},"
                                + " cle='salles.etat.', dit='')",
                        "LECTEUR",
                        Map.of("page", Map.of("RIEN", "RIEN"))))
                .hasMessageContaining("??salles.etat.RIEN");
    }

    @Test
    void namesWhatIsProposedAsTheMapsDo() {
        Conversion provisional = BarePlan.etape("S9", "1").setProvisoire(true).build();

        assertThat(Messages.keys("intercommunalites"))
                .containsAll(keys("marque.", ConversionKind.values()))
                .contains(
                        "marque." + RoomRow.NOTHING,
                        "marque." + converted(provisional).words());
    }

    /** A seat as such, even before it is retained; else where its candidature stands. */
    @Test
    void marksWhatBecomesOfARoom() {
        Conversion seat = BarePlan.etape("S9", "1")
                .setKind(ConversionKind.TIERS_LIEU)
                .setCandidature(Candidature.RETENUE)
                .build();
        Conversion between = BarePlan.etape("S9", "1")
                .setCandidature(Candidature.A_INSTRUIRE)
                .build();

        assertThat(converted(seat).mark()).isEqualTo(Mark.TIERS_LIEU);
        assertThat(converted(between).mark()).isEqualTo(Mark.A_INSTRUIRE);
        assertThat(converted(null).mark()).isEqualTo(Mark.AUCUNE);
    }

    private static List<String> keys(String family, Enum<?>... codes) {
        return Stream.of(codes).map(code -> family + code.name()).toList();
    }
}
