package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Rooms for tests. */
final class Rooms {

    private Rooms() {}

    /** Always open, four workstations, fourteen declared hours a week. */
    static RoomInventoried.Builder room() {
        return RoomInventoried.newBuilder()
                .setRoomId("S1")
                .setEpci("200000001")
                .setName("Salle 1")
                .setInsee("02001")
                .setGestion(Gestion.REGION)
                .setWorkstations(4)
                .setWeeklyHoursDeclaredHundredths(1400)
                .setHosting(Hosting.newBuilder().setFunctionsToday(List.of()).build());
    }

    static RoomInventoried alwaysOpen() {
        return room().build();
    }

    static RoomInventoried openedOn(String day) {
        return room().setOpened(LocalDate.parse(day)).build();
    }

    static RoomInventoried closedOn(String day) {
        return room().setClosed(LocalDate.parse(day)).build();
    }

    static RoomInventoried in(String roomId, String insee) {
        return room().setRoomId(roomId).setInsee(insee).build();
    }

    /** A population that is given, without how it came. */
    static ServedPopulation serving(long inhabitants) {
        return new ServedPopulation(BigDecimal.valueOf(inhabitants), List.of());
    }
}
