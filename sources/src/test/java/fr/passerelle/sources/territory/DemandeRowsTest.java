package fr.passerelle.sources.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.ModeleEconomique;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectedRow;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandeRowsTest {

    private static final String ROW = "200040426;2016-11-05;HABITANTS;fablab;02648;12;Enquête";

    private static final String SERVICE = "200040426;2016-11-05;ELUS;Borne d'impression;;3;Enquête";

    @ParameterizedTest
    @CsvSource({
        "SANTE, THEME santé", "'soutien à la fille du maire, 12 ans', SERVICE Autre demande",
        "Coworking, FONCTION COWORKING", "Accompagnement de projets, FONCTION ACCOMPAGNEMENT_PROJETS",
        "Accès libre, SERVICE Accès libre", "aide de Maïwenn Lecharpentier, SERVICE Autre demande",
        "Démarches en ligne, THEME demarches", "médiation numérique, FONCTION MEDIATION_NUMERIQUE",
        "PRET_TABLETTES, SERVICE Prêt de tablettes", "borne d’impression, SERVICE Borne d'impression"
    })
    void callsWhatWasAskedByTheNameThatItHasHere(String told, String objet) {
        assertThat(read(ROW.replace("fablab", told)).values().values())
                .singleElement()
                .extracting(row -> row.demande().getKind() + " " + row.demande().getObject())
                .isEqualTo(objet);
    }

    @Test
    void takesACommuneOfBeforeForThatOfToday() {
        Snapshot<DemandeRows.EpciDemande> read =
                read("200071785;2016-11-05;ELUS;fablab;02026;0;Enquête".replace("200071785", epci("02458")));

        assertThat(read.values().values())
                .extracting(row -> row.demande().getInsee())
                .containsExactly("02458");
        assertThat(read.corrected())
                .flatExtracting(CorrectedRow::cells)
                .extracting(CorrectedRow.CellCorrection::code)
                .containsExactly("ANCIENNE_COMMUNE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        200040426 | 999999999 | epci_siren EPCI_INCONNU
        2016-11-05 | hier | date DATE
        2016-11-05 | 2071-11-05 | date PERIODE_FUTURE
        HABITANTS | VOISINS | public VALEUR
        fablab | '' | objet OBLIGATOIRE
        fablab | Demande de M. Canarinet | objet NOM_PERSONNE
        fablab | rappeler le 06 12 34 56 78 | objet NOM_PERSONNE
        fablab | Prêt à Jean Canarinet | objet NOM_PERSONNE
        Enquête | Jean Canarinet | source NOM_PERSONNE
        Enquête | Réunion publique du 5 novembre, Zoé Canarinet | source NOM_PERSONNE
        Enquête | Questionnaire, née le 12/03/1956 | source NOM_PERSONNE
        Enquête | Courriel de canari@example.org | source NOM_PERSONNE
        02648 | 75056 | commune COMMUNE_INCONNUE
        02648 | 60057 | commune COMMUNE_AILLEURS
        ;12; | ;-1; | demandes ENTIER
        Enquête | '' | source OBLIGATOIRE
        """)
    void refusesWhatCannotBe(String good, String bad, String reason) {
        assertThat(read(ROW.replace(good, bad)).rejects())
                .singleElement()
                .extracting(reject -> reject.column() + " " + reject.reason())
                .isEqualTo(reason);
    }

    @Test
    void keepsNobodyOfARowThatIsRefusedAndTakesTheNameOfAPlace() {
        assertThat(read(ROW.replace("Enquête", "Jean Canarinet"), ROW.replace("fablab", "Prêt à Jean Canarinet"))
                        .rejects())
                .hasSize(2)
                .extracting(RejectedRow::cells)
                .allSatisfy(cells -> assertThat(cells.toString()).doesNotContain("Canarinet"));
        assertThat(read(ROW.replace("Enquête", "Réunion à Château-Thierry")).rejects())
                .isEmpty();
    }

    @Test
    void countsADayPublicObjectCommuneAndSourceOnceHoweverTheyAreSpelt() {
        Snapshot<DemandeRows.EpciDemande> read = read(
                ROW,
                ROW.replace("fablab", "FABLAB").replace("Enquête", "ENQUETE"),
                ROW.replace("Enquête", "Réunion"),
                SERVICE,
                SERVICE.replace("'", "’"));

        assertThat(read.values()).hasSize(3);
        assertThat(read.rejects())
                .extracting(DemandeRowsTest::at)
                .containsExactly("3 objet DOUBLON", "6 objet DOUBLON");
    }

    /** What was typed stays with the corrections, for those who may read them. */
    @Test
    void tellsApartAndCorrectsObjectsThatTheVocabularyDoesNotKnow() {
        Snapshot<DemandeRows.EpciDemande> read = read(
                ROW.replace("fablab", "aide de Maïwenn Lecharpentier"),
                ROW.replace("fablab", "Aide de Maiwenn Lecharpentier"),
                ROW.replace("fablab", "soutien à la fille du maire").replace(";12;", ";1;"),
                ROW.replace("fablab", "autre").replace("Enquête", "Réunion"));

        assertThat(read.rejects()).extracting(DemandeRowsTest::at).containsExactly("3 objet DOUBLON");
        assertThat(read.values().values())
                .extracting(
                        row -> row.demande().getObject() + " " + row.demande().getRequests())
                .containsExactly("Autre demande 12", "Autre demande 1", "Autre demande 12");
        assertThat(read.corrected())
                .flatExtracting(CorrectedRow::cells)
                .extracting(cell -> cell.code() + " " + cell.before() + " → " + cell.after())
                .containsExactly(
                        "OBJET_AUTRE aide de Maïwenn Lecharpentier → Autre demande",
                        "OBJET_AUTRE soutien à la fille du maire → Autre demande");
    }

    @Test
    void takesNeitherOfTwoRowsThatContradictEachOther() {
        Snapshot<DemandeRows.EpciDemande> read = read(
                ROW,
                SERVICE,
                ROW.replace("fablab", "FABLAB").replace(";12;", ";13;"),
                ROW.replace("HABITANTS", "ELUS").replace(";12;", ";14;"),
                ROW);

        assertThat(read.values()).hasSize(2);
        assertThat(read.rejects())
                .extracting(DemandeRowsTest::at)
                .containsExactly(
                        "2 objet DOUBLON_CONTRADICTOIRE",
                        "4 objet DOUBLON_CONTRADICTOIRE",
                        "6 objet DOUBLON_CONTRADICTOIRE");
    }

    private static String at(RejectedRow reject) {
        return reject.line() + " " + reject.column() + " " + reject.reason();
    }

    private static Snapshot<DemandeRows.EpciDemande> read(String... lines) {
        InputFile file = InputFile.examine(Csv.file(TableSchema.BESOINS, lines), TableSchema.BESOINS);
        DemandeRows rows = DemandeRows.of(file, ReferenceFacts.load(), YearMonth.of(2018, 1));
        return Snapshot.readAll(file, TableSchema.BESOINS, DemandeRows.EPCI, rows::resolve);
    }

    private static String epci(String insee) {
        return ((ReferenceFacts.Resolution.Known) ReferenceFacts.load().resolve(insee)).epci();
    }

    private static final TableSchema TABLE = TableSchema.INTERCOMMUNALITES;
    private static final String SIREN = "200072031";
    private static final List<String> BEFORE = TABLE.leastHeader();
    private static final String LEAST_HEADER = String.join(";", BEFORE);
    private static final String EMPTY_ROW = SIREN + ";".repeat(BEFORE.size() - 1);

    /** Files from before the economic model are read as they were, and say what they said. */
    @Test
    void readsFilesWithoutTheColumnsThatCameLaterOrWithOneOfThem() {
        assertThat(BEFORE).endsWith("date_ouverture");
        assertThat(told(LEAST_HEADER, EMPTY_ROW).getModele()).isNull();
        assertThat(told("tarif_heure;" + LEAST_HEADER, "3,50 €;" + EMPTY_ROW).getModele())
                .extracting(ModeleEconomique::getHourPrice, ModeleEconomique::getOtherCharges)
                .containsExactly(new BigDecimal("3.50"), null);
    }

    @Test
    void saysNothingOfAModelWhoseCellsAreEmpty() {
        assertThat(told(
                                String.join(";", TABLE.header()),
                                SIREN + ";".repeat(TABLE.fields().size() - 1))
                        .getModele())
                .isNull();
    }

    private static Intercommunalite told(String header, String row) {
        Snapshot<Intercommunalite> told = Snapshot.read(
                InputFile.examine(Csv.text(header + "\n" + row + "\n"), TABLE),
                TABLE,
                IntercommunaliteRows.ID,
                new IntercommunaliteRows(ReferenceFacts.load())::resolve);
        assertThat(told.rejects()).isEmpty();
        return Objects.requireNonNull(told.values().get(SIREN));
    }
}
