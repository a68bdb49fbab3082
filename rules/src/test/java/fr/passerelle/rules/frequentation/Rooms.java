package fr.passerelle.rules.frequentation;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Rooms for tests. */
final class Rooms {

    static final YearMonth AS_OF = YearMonth.of(2017, 10);
    static final Window WINDOW = new Window(AS_OF, 24);
    static final JeuDeRegles BAREME = Baremes.load("2017-05").jeuDeRegles();

    private Rooms() {}

    /** The score of a room that serves 5 000. */
    static Frequentation score(RoomInventoried room, Lines lines) {
        return score(room, lines.register(), AS_OF);
    }

    static Frequentation score(RoomInventoried room, RoomRegister register, YearMonth asOf) {
        return new FrequentationRules(BAREME).score(room, register, serving(5_000), asOf);
    }

    /** The months of a room that is always open. */
    static List<MonthFigures> figures(RoomRegister register, Window window) {
        return FinestGrain.months(register, new OpenDays(alwaysOpen(), register.closures()), window);
    }

    /** Always open, four workstations, fourteen declared hours a week. */
    static RoomInventoried.Builder room() {
        return Places.room("S1").setWorkstations(4).setWeeklyHoursDeclaredHundredths(1400);
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
