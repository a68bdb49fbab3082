package fr.passerelle.rules.frequentation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.LogFold.EpciMemory;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class LogFoldTest {

    private static final String HERE = "200000001";
    private static final String THERE = "200000002";

    @Test
    void keepsARoomThatMovesWhereItArrivesInWhicheverOrder() {
        RoomInventoried arrived = Rooms.room().setEpci(THERE).build();
        RoomWithdrawn left = withdrawn();

        for (LogFold log :
                List.of(folded(Rooms.alwaysOpen(), left, arrived), folded(Rooms.alwaysOpen(), arrived, left))) {
            assertThat(log.epcis()).extractingByKey(HERE).returns(false, EpciMemory::hasRooms);
            assertThat(log.epcis())
                    .extractingByKey(THERE)
                    .satisfies(there -> assertThat(there.rooms()).containsExactly(arrived));
        }
    }

    @Test
    void holdsEachEpciAsItWasDescribedLast() {
        EpciDescribed first = described(HERE, "Avant");
        EpciDescribed other = described(THERE, "Autre");
        EpciDescribed last = described(HERE, "Après");

        assertThat(folded(first, other, last).described()).containsExactly(other, last);
    }

    @Test
    void takesNoAttendanceWhereNoneIsAskedFor() {
        assertThat(LogFold.ALL).containsAll(LogFold.FACTS).hasSize(LogFold.FACTS.size() + 1);
    }

    @Test
    void passesOverWhatWasAskedFor() {
        assertThat(folded(new NeedsReported(HERE, List.of())).epcis()).isEmpty();
        assertThat(LogFold.ALL).doesNotContain(NeedsReported.SCHEMA$);
    }

    private static LogFold folded(SpecificRecord... records) {
        LogFold log = new LogFold();
        Stream.of(records).forEach(log::take);
        return log;
    }

    private static EpciDescribed described(String siren, String name) {
        EpciDescribed epci = new EpciDescribed();
        epci.setEpci(siren);
        epci.setName(name);
        return epci;
    }

    private static RoomWithdrawn withdrawn() {
        RoomWithdrawn left = new RoomWithdrawn();
        left.setEpci(HERE);
        left.setRoomId("S1");
        return left;
    }
}
