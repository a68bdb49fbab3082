package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.Situations.column;
import static fr.passerelle.cli.dataset.Situations.decision;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.tour.TourExamples;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.sheets.form.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LieuTableTest {

    private static final String OF_EPCI = "epci:" + Situations.EPCI;

    @Test
    void hasNothingThatIsOnlyProposed() {
        assertThat(ids(LieuTable.decided(Situations.after()))).isEmpty();
    }

    @Test
    void hasTheSeatAndTheEtapesThatWereNotified() {
        DatasetSource situation = Situations.after(
                decision(DecisionKind.NOTIFIED, OF_EPCI, "2017-12-15", "room:S1"),
                decision(DecisionKind.NOTIFIED, "room:S2", "2017-12-15", null),
                decision(DecisionKind.ACCEPTED, "room:S2", "2018-01-05", null));

        assertThat(ids(LieuTable.decided(situation))).containsExactly("tiers-lieu-S1", "etape-S2");
    }

    @Test
    void leavesOutWhatWasRefusedSinceByTheDateOfTheAct() {
        DatasetSource situation = Situations.after(
                decision(DecisionKind.REFUSED, "room:S3", "2018-02-01", null),
                decision(DecisionKind.NOTIFIED, "room:S2", "2017-12-15", null),
                decision(DecisionKind.NOTIFIED, "room:S3", "2017-12-15", null),
                decision(DecisionKind.REFUSED, "room:S2", "2018-01-05", null));

        assertThat(ids(LieuTable.decided(situation))).isEmpty();
    }

    @Test
    void tellsWhatWasDecidedFromWhatIsProposedWhereBothAreAskedFor() {
        Table<?> table = LieuTable.proposed(Situations.after(
                decision(DecisionKind.NOTIFIED, OF_EPCI, "2017-12-15", "room:S1"),
                decision(DecisionKind.NOTIFIED, "room:S2", "2017-12-15", null)));

        assertThat(ids(table)).containsExactly("tiers-lieu-S1", "etape-S2", "etape-S3");
        assertThat(column(table, "presentation_resume"))
                .satisfiesExactly(
                        seat -> assertThat(seat).contains("décidé par la Région"),
                        decided -> assertThat(decided).contains("nomade décidée par la Région"),
                        proposed -> assertThat(proposed).contains("nomade proposée"));
    }

    /** A day once, with all its hours: a later rule for it would undo the one before. */
    @Test
    void saysWhenSessionsAreHeld() {
        Table<?> table = LieuTable.proposed(Situations.told(
                new ToldCalendar(
                        List.of(
                                TourExamples.told("room:S2", 540, null, 0),
                                TourExamples.told("room:S2", 840, null, 0),
                                TourExamples.told("room:S2", 840, null, 14),
                                TourExamples.told("room:S2", 840, MotifSeance.JOUR_FERIE, 21),
                                TourExamples.told("room:S3", 840, null, -101)),
                        Map.of(),
                        List.of()),
                true));

        assertThat(ids(table)).containsExactly("etape-S1", "etape-S2", "etape-S3");
        assertThat(column(table, "horaires"))
                .containsExactly("null", "2018 Jan 09 09:00-11:00,14:00-16:00; 2018 Jan 23 14:00-16:00", "null");
    }

    private static List<String> ids(Table<?> table) {
        return column(table, "id");
    }

    @Test
    void keepsOfAnAddressWhatTheStandardTakesAndNothingElse() {
        assertThat(LieuTable.street("12 bis, rue de l'Église <b>\"x\"</b>"))
                .isEqualTo("12 bis, rue de l'Église b x /b");
        assertThat(LieuTable.street("\u202e@")).isEqualTo("Adresse non connue");
    }

    @Test
    void takesThePostalCodeOfTheAddressWhereItIsOneOfTheCommune() {
        List<String> codes = List.of("80000", "80080", "80090");

        assertThat(LieuTable.postalCode("1 rue X, 80090 Amiens", codes)).isEqualTo("80090");
        assertThat(LieuTable.postalCode("1 rue X, 75001 Paris", codes)).isEqualTo("80000");
        assertThat(LieuTable.postalCode(null, List.of())).isNull();
    }
}
