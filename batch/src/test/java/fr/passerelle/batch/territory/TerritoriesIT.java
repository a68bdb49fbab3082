package fr.passerelle.batch.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.JournalRow;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.EtudeState;
import org.junit.jupiter.api.Test;

class TerritoriesIT {

    private static final String LINE = "200040426;CC du Val de"
            + " l'Oise;EN_COURS;;ACCEPTEE;COWORKING|FABLAB;;200040426;8500;22000;38500.50;;;;1200;;2018-09-01";

    private static final String BERTHENICOURT = "02075";
    private static final String RIBEMONT = "02648";

    private final Import night = new Import();

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

        Counts counts = night.intercommunalites(LINE, LINE.replace("200040426", "999999999"));

        assertThat(counts).isEqualTo(new Counts(2, 1, 0, 1, 0));
        assertThat(night.rejects().getFirst().at()).isEqualTo("3 epci_siren EPCI_INCONNU");
        assertThat(night.lastRun()).hasSize(1);
        EpciDescribed epci = night.lastRun().getFirst().as(EpciDescribed.class);
        assertThat(epci.getIntercommunalite().getEtude()).isEqualTo(EtudeState.ACCEPTEE);
        assertThat(epci.getIntercommunalite().getCostAnimation1()).isEqualByComparingTo("38500.50");
        assertThat(epci.getCommunes()).hasSize(32);
    }

    @Test
    void keepsWhatWasToldWithoutAFileOrInARefusedLine() {
        night.intercommunalites(LINE);
        night.territories(null);
        assertThat(night.lastRun()).isEmpty();

        night.intercommunalites(LINE.replace("8500", "beaucoup"));

        assertThat(night.lastRun()).isEmpty();
    }

    @Test
    void forgetsWhatIsNoLongerInTheFile() {
        night.intercommunalites(LINE);

        night.intercommunalites(LINE.replace("200040426", "200037059"));

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

        Counts counts = night.territoires(RIBEMONT + ";oui;");

        assertThat(counts).isEqualTo(new Counts(1, 0, 1, 0, 0));
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
}
