package fr.passerelle.batch.room;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.JournalRow;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.fixture.OtherFacts;
import fr.passerelle.schemas.event.RoomWithdrawal;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.sources.territory.ReferenceFacts;
import org.junit.jupiter.api.Test;

/** What stands on the ground of an EPCI that is no more. */
class FollowIT {

    private static final String RIBEMONT = "02648";
    private static final String GONE = "200040426";
    private static final String NEW = "200099999";

    private final Import night = new Import();

    @Test
    void movesARoomWithItsHistoryAndASiteWithoutAFile() {
        night.rooms(Csv.room("S-1", RIBEMONT));
        night.sites(Csv.site("T-1", RIBEMONT));
        night.attendance(Csv.month("S-1", "2017-01", 5), Csv.month("S-1", "2017-02", 6));
        night.under(ReferenceFacts.load(OtherFacts.merged(NEW, GONE)));

        night.follow();

        assertThat(night.lastRun())
                .extracting(row -> row.type() + " " + row.epci())
                .containsExactly(
                        "RoomWithdrawn " + GONE,
                        "RoomInventoried " + NEW,
                        "SiteWithdrawn " + GONE,
                        "SiteDescribed " + NEW,
                        "MonthReported " + NEW,
                        "MonthReported " + NEW);
        assertThat(night.lastRun().getFirst().as(RoomWithdrawn.class).getReason())
                .isEqualTo(RoomWithdrawal.MOVED);
        night.follow();
        assertThat(night.lastRun()).isEmpty();
    }

    @Test
    void movesARoomWhoseRowIsRefused() {
        night.rooms(Csv.room("S-1", RIBEMONT));
        night.under(ReferenceFacts.load(OtherFacts.merged(NEW, GONE)));

        night.rooms(Csv.room("S-1", RIBEMONT).replace("REGION", "LOCALE"));

        assertThat(night.lastRun()).extracting(JournalRow::epci).containsExactly(GONE, NEW);
        assertThat(night.rejects()).hasSize(1);
    }
}
