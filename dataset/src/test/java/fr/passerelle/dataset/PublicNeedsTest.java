package fr.passerelle.dataset;

import static fr.passerelle.dataset.Situations.column;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.sheets.form.Table;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicNeedsTest {

    private static final LocalDate DAY = LocalDate.of(2016, 11, 5);

    private final PublicNeeds needs = new PublicNeeds();

    @Test
    void showsNoCountBelowFive() {
        assertThat(published(4)).containsExactly("null");
        assertThat(published(1)).containsExactly("null");
        assertThat(published(0)).containsExactly("0");
        assertThat(published(5)).containsExactly("5");
    }

    /** Who keeps both exports would know how many came since. */
    @Test
    void showsWhatItDidWhereFewerThanFiveCameSince() {
        assertThat(published(12)).containsExactly("12");
        assertThat(published(15)).containsExactly("12");
        assertThat(published(17)).containsExactly("17");
    }

    @Test
    void showsWhatItDidWhereTheSameIsToldOfAnotherDayOrSpeltOtherwise() {
        published(12);

        assertThat(published(demande(DAY.plusDays(1), "santé", 15))).containsExactly("12");

        published(12);

        assertThat(published(demande(DAY, "SANTE", 15))).containsExactly("12");
    }

    @Test
    void showsWhatItDidWhereARowIsSplitInTwoAndOfFewWhatTheyAreTogether() {
        published(12);

        assertThat(published(demande(DAY, "santé", 9), demande(DAY.plusDays(1), "Sante", 6)))
                .containsExactly("12");
        assertThat(published(demande(DAY, "santé", 3), demande(DAY.plusDays(1), "santé", 4)))
                .containsExactly("7");
    }

    @Test
    void forgetsAnEpciWhoseNeedsWereTakenBack() {
        published(12);

        assertThat(published()).isEmpty();
    }

    @Test
    void hidesInThePublicExportWhatTheOtherSays() {
        published(3);

        Table<?> inside = BesoinTable.of(Situations.asking(needs, false));
        Table<?> outside = BesoinTable.of(Situations.asking(needs, true));

        assertThat(column(inside, "epci_nom")).containsExactly("CC du Pays");
        assertThat(column(inside, "objet")).containsExactly("santé");
        assertThat(column(inside, "demandes")).containsExactly("3");
        assertThat(column(inside, "secret")).containsExactly("false");
        assertThat(column(inside, "source")).containsExactly("Enquête");
        assertThat(column(outside, "demandes")).containsExactly("null");
        assertThat(column(outside, "secret")).containsExactly("true");
        assertThat(Situations.names(outside)).doesNotContain("source", "date");
    }

    private List<String> published(int requests) {
        return published(demande(DAY, "santé", requests));
    }

    /** The counts that a public export shows of a run with these requests, after those of the runs before. */
    private List<String> published(Demande... demandes) {
        needs.take(new NeedsReported(Situations.EPCI, List.of(demandes)));
        needs.publish();
        return column(BesoinTable.of(Situations.asking(needs, true)), "demandes");
    }

    private static Demande demande(LocalDate day, String theme, int requests) {
        return new Demande(day, Demandeur.HABITANTS, ObjetKind.THEME, theme, null, requests, "Enquête");
    }
}
