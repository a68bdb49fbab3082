package fr.passerelle.batch.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.JournalRow;
import fr.passerelle.batch.source.Counts;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.EtudeState;
import org.junit.jupiter.api.Test;

class TerritoriesIT {

    private static final String LINE = "200040426;CC du Val de"
            + " l'Oise;EN_COURS;;ACCEPTEE;COWORKING|FABLAB;;200040426;8500;22000;38500.50;;;;1200;;2018-09-01";

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
}
