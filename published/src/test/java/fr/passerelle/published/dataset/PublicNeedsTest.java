package fr.passerelle.published.dataset;

import static fr.passerelle.published.dataset.LieuTableTest.column;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.ObjetKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicNeedsTest {

    private static final String EPCI = "200000001";

    private final PublicNeeds needs = new PublicNeeds();

    @Test
    void showsNoCountBelowFive() {
        assertThat(published(4)).isNull();
        assertThat(published(1)).isNull();
        assertThat(published(0)).isZero();
        assertThat(published(5)).isEqualTo(5);
    }

    /** Who keeps both exports would know how many came since. */
    @Test
    void showsWhatItDidWhereFewerThanFiveCameSince() {
        assertThat(published(12)).isEqualTo(12);
        assertThat(published(15)).isEqualTo(12);
        assertThat(published(17)).isEqualTo(17);
    }

    @Test
    void forgetsAnEpciWhoseNeedsWereTakenBack() {
        published(12);
        needs.take(new NeedsReported(EPCI, List.of()));

        assertThat(needs.all())
                .singleElement()
                .extracting(NeedsReported::getDemandes)
                .isEqualTo(List.of());
    }

    @Test
    void hidesInThePublicExportWhatTheOtherSays() {
        published(3);

        DataTable inside = BesoinTable.of(Situations.asking(needs, false));
        DataTable outside = BesoinTable.of(Situations.asking(needs, true));

        assertThat(column(inside, "epci_nom")).containsExactly("CC du Pays");
        assertThat(column(inside, "objet")).containsExactly("santé");
        assertThat(column(inside, "demandes")).containsExactly("3");
        assertThat(column(inside, "secret")).containsExactly("false");
        assertThat(column(outside, "demandes")).containsExactly("null");
        assertThat(column(outside, "secret")).containsExactly("true");
    }

    /** What a public export shows of a run with so many requests, after those of the runs before. */
    private @Nullable Long published(int requests) {
        Demande demande = new Demande(
                LocalDate.of(2016, 11, 5), Demandeur.HABITANTS, ObjetKind.THEME, "santé", null, requests, "Enquête");
        needs.take(new NeedsReported(EPCI, List.of(demande)));
        needs.publish();
        return needs.shown(EPCI, demande);
    }
}
