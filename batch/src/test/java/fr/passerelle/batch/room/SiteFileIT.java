package fr.passerelle.batch.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.JournalRow;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SiteFileIT {

    /** Aisne, in CC du Val de l'Oise; Achery, in CA Chauny Tergnier La Fère. */
    private static final String RIBEMONT = "02648";

    private static final String ACHERY = "02002";

    private final Import night = new Import();

    @Test
    void describesASiteWithItsCommuneAndEpci() {
        Counts counts = night.sites(Csv.site("S-1", ACHERY), Csv.site("S-2", "75056"));

        assertThat(counts).isEqualTo(new Counts(2, 1, 0, 1, 0));
        assertThat(night.rejects().getFirst().at()).isEqualTo("3 code_insee COMMUNE_INCONNUE");
        assertThat(night.lastRun()).hasSize(1);
        JournalRow row = night.lastRun().getFirst();
        assertThat(row.subject()).isEqualTo("site:S-1");
        SiteDescribed site = row.as(SiteDescribed.class);
        assertThat(site.getEpci()).isEqualTo("200071785").isEqualTo(row.epci());
        assertThat(site.getHosting().getSurfaceM2Hundredths()).isEqualTo(12000);
        assertThat(site.getAddress()).isEqualTo("1 place de la Mairie");
    }

    @Test
    void refusesASiteThatHasTheIdOfARoom() {
        night.rooms(Csv.room("S-1", ACHERY));

        Counts counts = night.sites(Csv.site("S-1", ACHERY), Csv.site("S-2", RIBEMONT));

        assertThat(counts).isEqualTo(new Counts(2, 1, 0, 1, 0));
        assertThat(night.rejects().getFirst().at()).isEqualTo("2 id_site DOUBLON");
    }

    @Test
    void refusesAnIdThatIsAnotherButForCase() {
        night.sites(Csv.site("S-1", ACHERY), Csv.site("s-1", ACHERY));

        assertThat(night.rejects().getFirst().message()).contains("déjà pris par la ligne 2, à la casse près");
        assertThat(night.lastRun()).hasSize(1);
    }

    @Test
    void appendsNothingForASiteThatIsTheSame() {
        night.sites(Csv.site("S-1", ACHERY));

        assertThat(night.sites(Csv.site("S-1", ACHERY))).isEqualTo(new Counts(1, 0, 1, 0, 0));
        assertThat(night.lastRun()).isEmpty();
    }

    @Test
    void withdrawsASiteThatIsNoLongerInTheFile() {
        night.sites(Csv.site("S-1", ACHERY), Csv.site("S-2", ACHERY));

        night.sites(Csv.site("S-2", ACHERY));

        assertThat(night.lastRun()).extracting(JournalRow::type).containsExactly("SiteWithdrawn");
        assertThat(night.count("passerelle.site")).isEqualTo(1);
    }

    @Test
    void movesASiteWhoseCommuneIsOfAnotherEpci() {
        night.sites(Csv.site("S-1", ACHERY));

        night.sites(Csv.site("S-1", RIBEMONT));

        assertThat(night.lastRun()).extracting(JournalRow::type).containsExactly("SiteWithdrawn", "SiteDescribed");
        assertThat(night.lastRun()).extracting(JournalRow::epci).containsExactly("200071785", "200040426");
    }

    @Test
    void keepsAKnownSiteWhoseRowIsRefused() {
        night.sites(Csv.site("S-1", ACHERY), Csv.site("S-2", ACHERY));

        night.sites(Csv.site("S-1", ACHERY), Csv.site("S-2", "99999"));

        assertThat(night.lastRun()).isEmpty();
        assertThat(night.count("passerelle.site")).isEqualTo(2);
    }

    @Test
    void refusesAFileThatWithdrawsTooManySites() {
        night.sites(
                IntStream.range(0, 9).mapToObj(i -> Csv.site("S-" + i, ACHERY)).toArray(String[]::new));

        assertThatThrownBy(() -> night.sites(IntStream.range(2, 9)
                        .mapToObj(i -> Csv.site("S-" + i, ACHERY))
                        .toArray(String[]::new)))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("retirerait 2 des 9 sites connus");
    }
}
