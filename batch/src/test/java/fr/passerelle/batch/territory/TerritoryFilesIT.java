package fr.passerelle.batch.territory;

import static fr.passerelle.batch.fixture.Import.BERTHENICOURT;
import static fr.passerelle.batch.fixture.Import.EPCI;
import static fr.passerelle.batch.fixture.Import.INTERCOMMUNALITE;
import static fr.passerelle.batch.fixture.Import.RIBEMONT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.Import.JournalRow;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of EPCIs, of their communes and of what their diagnostics ask for: file, log, state, and what holds as of a run. */
class TerritoryFilesIT {

    private static final String THERE = "200037059";
    private static final String FABLAB = EPCI + ";2016-11-05;HABITANTS;fablab;02648;12;Enquête";
    private static final String SCANNER = EPCI + ";2016-11-05;ELUS;Borne d'impression;;3;Réunion publique";
    private static final String ELSEWHERE = THERE + ";2016-10-01;ENTREPRISES;Télétravail;;7;Enquête";

    private final Import night = new Import();
    private final PlaceTable places = new PlaceTable(JdbcClient.create(night.dataSource()));

    @Test
    void describesEveryEpciOnce() {
        night.territories(null);
        long described = night.count("passerelle.journal");
        night.territories(null);

        assertThat(described).isEqualTo(57);
        assertThat(night.lastRun()).isEmpty();
    }

    @Test
    void describesAnewTheOneThatToldSomething() {
        night.territories(null);

        Counts counts = night.intercommunalites(INTERCOMMUNALITE, INTERCOMMUNALITE.replace("200040426", "999999999"));

        assertThat(counts).isEqualTo(new Counts(2, 1, 0, 1, 0));
        assertThat(night.rejects().getFirst().at()).isEqualTo("3 epci_siren EPCI_INCONNU");
        assertThat(night.lastRun()).hasSize(1);
        EpciDescribed epci = night.lastRun().getFirst().as(EpciDescribed.class);
        assertThat(epci.getIntercommunalite().getEtude()).isEqualTo(EtudeState.ACCEPTEE);
        assertThat(epci.getIntercommunalite().getCostAnimation1()).isEqualByComparingTo("38500.50");
        assertThat(epci.getCommunes()).hasSize(32);
    }

    @Test
    void keepsWhatWasToldWithoutAFileOrInARefusedLineAndForgetsWhatIsNoLongerThere() {
        night.intercommunalites(INTERCOMMUNALITE);
        night.territories(null);
        assertThat(night.lastRun()).isEmpty();

        night.intercommunalites(INTERCOMMUNALITE.replace("8500", "beaucoup"));

        assertThat(night.lastRun()).isEmpty();

        night.intercommunalites(INTERCOMMUNALITE.replace("200040426", "200037059"));

        assertThat(night.lastRun()).extracting(JournalRow::epci).containsExactly("200037059", "200040426");
        assertThat(night.lastRun().get(1).as(EpciDescribed.class).getIntercommunalite())
                .isNull();
    }

    @Test
    void tellsTheAccessToServicesOfItsCommunesAndItsFicheAction() {
        night.territories(null);

        Counts counts = night.territoires(BERTHENICOURT + ";oui;Fiche 7", RIBEMONT + ";non;Fiche 7");

        assertThat(counts).isEqualTo(new Counts(2, 2, 0, 0, 0));
        EpciDescribed epci = night.lastRun().getFirst().as(EpciDescribed.class);
        assertThat(night.lastRun()).hasSize(1);
        assertThat(epci.getFicheAction()).isEqualTo("Fiche 7");
        assertThat(epci.getCommunes())
                .filteredOn(commune -> commune.getAccessDeficit() != null)
                .extracting(commune -> commune.getInsee() + " " + commune.getAccessDeficit())
                .containsExactly(BERTHENICOURT + " true", RIBEMONT + " false");
    }

    @Test
    void keepsTheAccessToServicesWithoutAFileAndForgetsACommuneThatIsNoLongerInIt() {
        night.territoires(BERTHENICOURT + ";oui;Fiche 7", RIBEMONT + ";oui;");
        night.territories(null);
        assertThat(night.lastRun()).isEmpty();

        assertThat(night.territoires(RIBEMONT + ";oui;")).isEqualTo(new Counts(1, 0, 1, 0, 0));
        EpciDescribed epci = night.lastRun().getFirst().as(EpciDescribed.class);
        assertThat(epci.getFicheAction()).isNull();
        assertThat(epci.getCommunes())
                .filteredOn(commune -> commune.getAccessDeficit() != null)
                .extracting(Commune::getInsee)
                .containsExactly(RIBEMONT);
    }

    @Test
    void refusesASecondFicheActionOfOneEpci() {
        Counts counts = night.territoires(BERTHENICOURT + ";oui;Fiche 7", RIBEMONT + ";oui;Fiche 8");

        assertThat(counts).isEqualTo(new Counts(2, 1, 0, 1, 0));
        assertThat(night.rejects().getFirst().at()).isEqualTo("3 fiche_action FICHE_CONTRADICTOIRE");
    }

    @Test
    void keepsTheDeficitOfARefusedRowAndNotItsFicheWhereTheFileGivesAnother() {
        night.territoires(BERTHENICOURT + ";oui;Fiche 7", RIBEMONT + ";oui;Fiche 7");

        night.territoires(BERTHENICOURT + ";oui;Fiche 9", RIBEMONT + ";oui;Fiche 7");

        EpciDescribed epci = night.lastRun().getFirst().as(EpciDescribed.class);
        assertThat(epci.getFicheAction()).isEqualTo("Fiche 9");
        assertThat(epci.getCommunes())
                .filteredOn(commune -> Boolean.TRUE.equals(commune.getAccessDeficit()))
                .hasSize(2);
    }

    @Test
    void tellsTheLogWhatWasAskedInEachEpci() {
        assertThat(night.needs(FABLAB, SCANNER, ELSEWHERE)).isEqualTo(new Counts(3, 3, 0, 0, 0));
        assertThat(night.lastRun())
                .extracting(row -> row.type() + " " + row.subject() + " " + row.epci())
                .containsExactly(
                        "NeedsReported needs:" + THERE + " " + THERE, "NeedsReported needs:" + EPCI + " " + EPCI);
        assertThat(told(night.lastRun().get(1)))
                .containsExactly("HABITANTS FONCTION FABLAB 12 02648", "ELUS SERVICE Borne d'impression 3 null");
    }

    @Test
    void saysNothingOfWhatIsKnownAlreadyNorOfAnotherSpellingWhereARowIsRefused() {
        night.needs(FABLAB, SCANNER);

        assertThat(night.needs(SCANNER, FABLAB.replace("fablab", "FABLAB"))).isEqualTo(new Counts(2, 0, 2, 0, 0));
        assertThat(night.lastRun()).isEmpty();

        night.needs(FABLAB.replace(";12;", ";beaucoup;"), SCANNER.replace("Borne d'", "borne d’"));

        assertThat(night.lastRun()).isEmpty();
    }

    @Test
    void saysTheWholeEpciAgainWhereOneCountIsCorrected() {
        night.needs(FABLAB, SCANNER, ELSEWHERE);

        Counts counts = night.needs(FABLAB.replace(";12;", ";14;"), SCANNER, ELSEWHERE);

        assertThat(counts).isEqualTo(new Counts(3, 1, 2, 0, 0));
        assertThat(night.lastRun()).hasSize(1);
        assertThat(told(night.lastRun().getFirst()))
                .containsExactly("HABITANTS FONCTION FABLAB 14 02648", "ELUS SERVICE Borne d'impression 3 null");
    }

    @Test
    void takesBackWhatIsNoLongerInTheFile() {
        night.needs(FABLAB, ELSEWHERE);
        long before = night.runNo();

        night.needs(FABLAB);

        assertThat(night.lastRun()).extracting(JournalRow::epci).containsExactly(THERE);
        assertThat(told(night.lastRun().getFirst())).isEmpty();
        assertThat(places.needs(THERE, night.runNo())).isEmpty();
        assertThat(places.needs(THERE, before)).hasSize(1);
    }

    @Test
    void keepsWhatIsKnownOfAnEpciWhereOneOfItsRowsIsRefused() {
        night.needs(FABLAB, SCANNER, ELSEWHERE);

        assertThat(night.needs(FABLAB.replace(";12;", ";beaucoup;"), ELSEWHERE)).isEqualTo(new Counts(2, 0, 1, 1, 0));
        assertThat(night.rejects().getFirst().at()).isEqualTo("2 demandes ENTIER");
        assertThat(night.lastRun()).isEmpty();
    }

    @Test
    void takesNothingOfWhatTwoRowsCountOtherwise() {
        night.needs(FABLAB, SCANNER);

        Counts counts = night.needs(
                FABLAB.replace(";12;", ";14;"), FABLAB.replace(";12;", ";15;"), SCANNER.replace(";3;", ";4;"));

        assertThat(counts).isEqualTo(new Counts(3, 1, 0, 2, 0));
        assertThat(told(night.lastRun().getFirst()))
                .containsExactly("HABITANTS FONCTION FABLAB 12 02648", "ELUS SERVICE Borne d'impression 4 null");
    }

    @Test
    void countsTogetherWhatTheVocabularyDoesNotKnowAndTellsTheLogNoneOfItsWords() {
        String one = SCANNER.replace("Borne d'impression", "aide de Maïwenn Lecharpentier");
        String two = SCANNER.replace("Borne d'impression", "soutien à la fille du maire, 12 ans");
        night.needs(one, two);

        assertThat(told(night.lastRun().getFirst())).containsExactly("ELUS SERVICE Autre demande 6 null");
        assertThat(night.needs(one, two)).isEqualTo(new Counts(2, 0, 2, 0, 0));
        assertThat(night.lastRun()).isEmpty();
    }

    @Test
    void saysOfWhichEpciMoreIsToldThanARecordHolds() {
        String[] rows = IntStream.range(0, 5_000)
                .mapToObj(i -> SCANNER.replace("Réunion", i + " " + "Réunion ".repeat(22)))
                .toArray(String[]::new);

        assertThatThrownBy(() -> night.needs(rows))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("L'intercommunalité " + EPCI + " aurait 5000 lignes de besoins");
    }

    @Test
    void showsOfARunWhatHadBeenSaidWhenItClosed() {
        night.needs(FABLAB);
        long before = night.runNo();

        night.needs(FABLAB.replace(";12;", ";14;"));

        assertThat(places.needs(EPCI, before)).extracting(Demande::getRequests).containsExactly(12);
        assertThat(places.needs(EPCI, night.runNo()))
                .extracting(Demande::getRequests)
                .containsExactly(14);
    }

    private static List<String> told(JournalRow row) {
        return row.as(NeedsReported.class).getDemandes().stream()
                .map(one -> String.join(
                        " ",
                        one.getDemandeur().name(),
                        one.getKind().name(),
                        one.getObject(),
                        Integer.toString(one.getRequests()),
                        String.valueOf(one.getInsee())))
                .toList();
    }
}
