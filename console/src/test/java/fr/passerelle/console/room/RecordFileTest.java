package fr.passerelle.console.room;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.room.AttendanceRecords.RecordFile;
import fr.passerelle.console.room.AttendanceRecords.RecordLine;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordFileTest {

    private static final LocalDate DAY = LocalDate.of(2017, 10, 3);
    private static final RoomInventoried ROOM = RoomInventoried.newBuilder()
            .setRoomId("S-1")
            .setEpci("200000001")
            .setName("Salle du bourg")
            .setInsee("02001")
            .setGestion(Gestion.REGION)
            .setHosting(Hosting.newBuilder().setFunctionsToday(List.of()).build())
            .build();

    @Test
    void writesARecordInWordsWithWhereItWasReadAndGuardsItsCells() {
        RecordLine line = new RecordLine(
                ReportedLine.newBuilder()
                        .setPeriodStart(DAY)
                        .setPeriodEnd(DAY)
                        .setGrain(Grain.SEANCE)
                        .setActivity("DEMARCHES")
                        .setCounts(AttendanceCounts.newBuilder()
                                .setEtat(Etat.OUVERT)
                                .setSessions(1)
                                .setPresences(7)
                                .setPersonHoursHundredths(1400)
                                .build())
                        .setFile(0)
                        .setLine(12)
                        .build(),
                "=f.csv");
        List<List<String>> written = new ArrayList<>();

        RecordFile.each(ROOM, List.of(line), true, written::add);

        assertThat(written)
                .containsExactly(List.of(
                        "RECONSTITUTION",
                        ROOM.getRoomId(),
                        ROOM.getName(),
                        "2017-10-03",
                        "2017-10-03",
                        "SEANCE",
                        "DEMARCHES",
                        "Démarches en ligne",
                        "OUVERT",
                        "1",
                        "7",
                        "14.00",
                        "",
                        "",
                        "'=f.csv",
                        "12"));
        assertThat(written.getFirst()).hasSameSizeAs(RecordFile.HEADER);
    }
}
