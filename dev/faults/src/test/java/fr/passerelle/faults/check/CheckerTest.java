package fr.passerelle.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker sees each promise broken, and that one alone. */
class CheckerTest {

    private final Told told = new Told();

    @Test
    void findsNothingInAGoodHistory() {
        assertThat(told.violations()).isEmpty();
    }

    @Test
    void seesARecordThatIsLost() {
        told.topic.remove(2);

        assertThat(told.broken()).containsExactly(Promise.I1);
    }

    @Test
    void seesARecordThatIsRepeated() {
        told.topic.add(3, told.topic.get(2));

        assertThat(told.broken()).containsExactly(Promise.I1);
    }

    @Test
    void seesARecordInAnotherPartitionThanItsOwn() {
        told.topic.set(4, new LogRecord(4, "e4", 2, "room:B", 1, "RoomInventoried", 1));

        assertThat(told.broken()).containsExactly(Promise.I1);
    }

    @Test
    void seesALineThatItsMonthDoesNotTell() {
        told.told.put("A 2017-01", 2L);
        assertThat(told.broken()).containsExactly(Promise.I1);

        told.told.clear();
        assertThat(told.broken()).containsExactly(Promise.I1);
    }

    @Test
    void seesAMonthThatIsToldAndNoLongerHolds() {
        told.told.put("B 2017-01", 1L);

        assertThat(told.broken()).containsExactly(Promise.I1);
    }

    @Test
    void seesARecordWhoseRowWasRolledBack() {
        told.topic.add(new LogRecord(6, "e6", 1, "room:B", 2, "RoomWithdrawn", 1));

        assertThat(told.broken()).containsExactly(Promise.I2);
    }

    @Test
    void seesAResultWhoseTransactionWasAborted() {
        told.emitted.remove(2);

        assertThat(told.broken()).containsExactly(Promise.I2);
    }

    @Test
    void seesAReadModelBehindWhatWasCommittedLast() {
        told.emitted.add(new ResultRecord("CONVERSION", "B", 1, 1, "p4"));

        assertThat(told.broken()).containsExactly(Promise.I2);
    }

    @Test
    void seesTheOrderOfASubjectBroken() {
        var second = told.topic.remove(2);
        told.topic.add(1, second);

        assertThat(told.broken()).containsExactly(Promise.I3);
    }

    @Test
    void seesAHoleInASubject() {
        told.journal.set(2, new LogRecord(3, "e3", 0, "room:A", 3, "RoomWithdrawn", 1));

        assertThat(told.broken()).containsExactly(Promise.I3);
    }

    @Test
    void seesTwoCurrentConversionsOfARoom() {
        told.conversions.add(new RoomConversion("B", "200", false));

        assertThat(told.broken()).containsExactly(Promise.I4);
    }

    @Test
    void seesTwoTiersLieuxOfAnEpci() {
        told.conversions.set(1, new RoomConversion("B", "100", true));

        assertThat(told.broken()).containsExactly(Promise.I4);
    }

    @Test
    void seesRowsThatNobodyExplains() {
        told.files.set(0, new RunAccounts.FileCounts(1, "frequentation.csv", 6, 5, 1));

        assertThat(told.broken()).containsExactly(Promise.I5);
    }

    @Test
    void seesARejectThatIsCountedAndNotKept() {
        told.rejects.clear();

        assertThat(told.broken()).containsExactly(Promise.I5);
    }

    @Test
    void seesAPartitionThatHasNotSeenAll() {
        told.scored.set(0, new RunAccounts.Scored(1, 0, false, 2, 1, 2));

        assertThat(told.broken()).containsExactly(Promise.I5);
    }

    @Test
    void seesAResultThatIsAnnouncedAndNotThere() {
        told.readModel.remove(1);

        assertThat(told.broken()).containsExactly(Promise.I5);
    }

    @Test
    void seesEurosThatDoNotAddUp() {
        told.plans.set(0, new EpciPlan("100", List.of(new BigDecimal("7500.00")), new BigDecimal("27500.00")));

        assertThat(told.broken()).containsExactly(Promise.I5);
    }

    @Test
    void acceptsAPlanWhoseTotalIsNotKnown() {
        told.plans.set(0, new EpciPlan("100", List.of(new BigDecimal("7500.00")), null));

        assertThat(told.violations()).isEmpty();
    }

    @Test
    void seesOneDifferentByte() {
        told.current.put("PLAN 100", "p5");

        assertThat(told.broken()).containsExactly(Promise.I6);
    }

    @Test
    void seesAResultThatNoLongerHolds() {
        told.current.remove("PLAN 100");

        assertThat(told.broken()).containsExactly(Promise.I6);
    }

    @Test
    void seesARejectWithoutLine() {
        told.rejects.set(
                0, new RunAccounts.Reject(1, "frequentation.csv", Told.SHA_256, 0, "NOMBRE", "{\"a\": \"b\"}"));

        assertThat(told.broken()).containsExactly(Promise.I7);
    }

    @Test
    void seesARejectWithoutReason() {
        told.rejects.set(0, new RunAccounts.Reject(1, "frequentation.csv", Told.SHA_256, 12, " ", "{\"a\": \"b\"}"));

        assertThat(told.broken()).containsExactly(Promise.I7);
    }

    @Test
    void seesARejectWithoutCellsOrWithoutTheHashOfItsFile() {
        told.rejects.set(0, new RunAccounts.Reject(1, "frequentation.csv", Told.SHA_256, 12, "NOMBRE", "{}"));
        assertThat(told.broken()).containsExactly(Promise.I7);

        told.rejects.set(0, new RunAccounts.Reject(1, "frequentation.csv", "", 12, "NOMBRE", "{\"a\": \"b\"}"));
        assertThat(told.broken()).containsExactly(Promise.I7);
    }

    @Test
    void seesARunThatStandsOpen() {
        told.runs.add(new RunAccounts.Run(2, "FAILED", ""));

        assertThat(told.broken()).containsExactly(Promise.I8);
    }

    @Test
    void seesAnotherHash() {
        told.runs.set(0, new RunAccounts.Run(1, "PUBLISHED", "h2"));

        assertThat(told.broken()).containsExactly(Promise.I8);
    }

    @Test
    void seesNoPublishedRunAtAll() {
        told.runs.set(0, new RunAccounts.Run(1, "ABANDONED", ""));

        assertThat(told.broken()).containsExactly(Promise.I8);
    }

    @Test
    void seesAPersonWhateverTheCaseTheAccentsAndTheGaps() {
        for (String trace :
                List.of("ZENOBIE", "M. Quatrepoint", "06.47.11.58.93", "2 85 05 80 123 456 78", "z@exemple.fr")) {
            told.texts.put("events.log", "refusé : " + trace);

            assertThat(told.broken()).as(trace).containsExactly(Promise.I9);
        }
    }

    @Test
    void seesThatTheSearchForPersonsIsBlind() {
        told.texts.clear();

        assertThat(told.broken()).containsExactly(Promise.I9);
    }

    @Test
    void seesARecordThatIsLeftToRead() {
        told.lags.put("x.projection", 1L);

        assertThat(told.broken()).containsExactly(Promise.I10);
    }

    @Test
    void namesTheRankTheKeyAndTheNumbers() {
        told.topic.remove(2);
        told.current.put("PLAN 100", "p5");

        assertThat(told.violations())
                .extracting(Violation::detail)
                .containsExactly(
                        "rang 3 (RoomWithdrawn, partition 0) : 0 fois sur le topic", "PLAN 100 : p5, sans faute p2");
    }
}
