package fr.passerelle.published.dataset;

import static fr.passerelle.published.dataset.Situations.decision;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.DecisionKind;
import java.util.List;
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
        DataTable table = LieuTable.proposed(Situations.after(
                decision(DecisionKind.NOTIFIED, OF_EPCI, "2017-12-15", "room:S1"),
                decision(DecisionKind.NOTIFIED, "room:S2", "2017-12-15", null)));

        assertThat(ids(table)).containsExactly("tiers-lieu-S1", "etape-S2", "etape-S3");
        assertThat(column(table, "presentation_resume"))
                .satisfiesExactly(
                        seat -> assertThat(seat).contains("décidé par la Région"),
                        decided -> assertThat(decided).contains("nomade décidée par la Région"),
                        proposed -> assertThat(proposed).contains("nomade proposée"));
    }

    private static List<String> ids(DataTable table) {
        return column(table, "id");
    }

    static List<String> column(DataTable table, String name) {
        int place = table.columns().stream().map(DataColumn::name).toList().indexOf(name);
        return table.rows().map(row -> String.valueOf(row.cells().get(place))).toList();
    }
}
