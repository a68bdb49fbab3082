package fr.passerelle.batch.decision;

import static fr.passerelle.batch.fixture.Import.BERTHENICOURT;
import static fr.passerelle.batch.fixture.Import.RIBEMONT;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.Import.JournalRow;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.fixture.OtherFacts;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class InheritanceIT {

    private static final String GONE = Import.EPCI;
    private static final String OTHER = "200071785";
    private static final String NEW = "200099999";
    private static final String NEWER = "200099998";

    private final Import night = new Import();

    @BeforeEach
    void describeTheEpcisAndARoom() {
        night.territories(null);
        night.rooms(Csv.room("S-1", BERTHENICOURT));
    }

    @Test
    void carriesADecisionToTheLogOnce() {
        DecisionRecorded decision = decision(DecisionKind.NOTIFIED, "2018-1", "2018-01-10", "room:S-1");
        night.decide(decision);

        assertThat(night.decisions()).isOne();
        assertThat(night.lastRun().getFirst().record()).isEqualTo(decision);
        assertThat(night.decisions()).isZero();
    }

    @Test
    void copiesADecisionOnceForTheEpciThatCameOfAMergerAndNothingWhenItIsUndone() {
        night.decide(decision(DecisionKind.NOTIFIED, "2018-1", "2018-01-10", null));
        under(ReferenceFacts.load(OtherFacts.merged(NEW, GONE, OTHER)));

        assertThat(night.decisions()).isEqualTo(1);

        JournalRow row = night.lastRun().getFirst();
        assertThat(row.epci()).isEqualTo(NEW);
        DecisionRecorded copy = row.as(DecisionRecorded.class);
        assertThat(copy.getSubject()).isEqualTo("epci:" + GONE);
        assertThat(copy.getEpci()).isEqualTo(NEW);
        assertThat(copy.getNotifiedEpci()).isEqualTo(GONE);
        assertThat(copy.getAct()).isEqualTo("2018-1");
        assertThat(night.decisions()).isZero();

        under(ReferenceFacts.load());

        assertThat(night.decisions()).isZero();
    }

    @Test
    void givesAllOfASplitEpciToTheOneThatHoldsTheCommuneOfTheSeatNotified() {
        night.decide(decision(DecisionKind.NOTIFIED, "2018-1", "2018-01-10", "room:S-1"));
        night.decide(decision(DecisionKind.REFUSED, "2018-2", "2018-03-10", null));
        under(ReferenceFacts.load(OtherFacts.split(GONE, BERTHENICOURT, NEW, NEWER)));

        night.decisions();

        assertThat(night.lastRun()).extracting(JournalRow::epci).containsExactly(NEW, NEW);
    }

    @Test
    void givesThemToTheOneOfMostInhabitantsWhereNoSeatWasNotified() {
        night.decide(decision(DecisionKind.NOTIFIED, "2018-1", "2018-01-10", null));
        under(ReferenceFacts.load(OtherFacts.split(GONE, RIBEMONT, NEW, NEWER)));

        night.decisions();

        assertThat(night.lastRun()).extracting(JournalRow::epci).containsExactly(NEWER);
    }

    @Test
    void followsASecondMergerAndSaysWhoWasNotifiedFirst() {
        night.decide(decision(DecisionKind.NOTIFIED, "2018-1", "2018-01-10", "room:S-1"));
        under(ReferenceFacts.load(OtherFacts.merged(NEW, GONE, OTHER)));
        night.decisions();
        under(ReferenceFacts.load(OtherFacts.merged(NEWER, GONE, OTHER, "200037059")));

        night.decisions();

        assertThat(night.lastRun()).hasSize(1);
        DecisionRecorded copy = night.lastRun().getFirst().as(DecisionRecorded.class);
        assertThat(copy.getEpci()).isEqualTo(NEWER);
        assertThat(copy.getNotifiedEpci()).isEqualTo(GONE);
    }

    @Test
    void showsACopyAsOfTheRunThatInheritedItAndNotBefore() {
        night.decide(decision(DecisionKind.NOTIFIED, "2018-1", "2018-01-10", null));
        under(ReferenceFacts.load(OtherFacts.merged(NEW, GONE, OTHER)));
        long before = night.runNo();

        night.decisions();

        assertThat(told(before)).containsExactly(GONE + " true");
        assertThat(told(before + 1)).containsExactly(GONE + " true", NEW + " true");
        assertThat(told(0)).containsExactly(GONE + " false");
    }

    /** EPCI of each decision as of a run, and whether what holds then takes it into account. */
    private List<String> told(long run) {
        return JdbcClient.create(night.dataSource())
                .sql("select epci, carried from passerelle.decisions_as_of(:run) order by decision_no")
                .param("run", run)
                .query((row, n) -> row.getString("epci") + " " + row.getBoolean("carried"))
                .list();
    }

    /** The first night on other facts, up to the decisions; those that were recorded before are on the log. */
    private void under(ReferenceFacts facts) {
        night.decisions();
        night.under(facts);
        night.territories(null);
        night.follow();
    }

    private static DecisionRecorded decision(DecisionKind kind, String act, String day, @Nullable String seat) {
        return Import.decision(GONE, kind)
                .setAct(act)
                .setDecidedOn(LocalDate.parse(day))
                .setSeat(seat)
                .build();
    }
}
