package fr.passerelle.batch.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.month.Attendance;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A day, a week, a month or more that is told again is never added up, in one file, in two, under whatever id or register. */
class PeriodToldTwiceTest {

    private static final LocalDate START = LocalDate.of(2018, 1, 1);

    private final RoomInMemory room = new RoomInMemory();

    @ParameterizedTest
    @EnumSource(names = "SEANCE", mode = EnumSource.Mode.EXCLUDE)
    void countsOnceWhatOneFileTellsThreeTimes(Grain grain) {
        room.take(1, List.of(line(grain, "", "", 14), line(grain, "", "", 14), line(grain, "", "", 14)));

        assertThat(presences()).containsExactly(14);
    }

    @ParameterizedTest
    @EnumSource(names = "SEANCE", mode = EnumSource.Mode.EXCLUDE)
    void takesNeitherOfTwoThatContradictEachOther(Grain grain) {
        room.take(1, List.of(line(grain, "", "", 14), line(grain, "", "", 41)));

        assertThat(presences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "SEANCE", mode = EnumSource.Mode.EXCLUDE)
    void countsOnceWhatIsToldUnderOtherIdsAndInOtherRegisters(Grain grain) {
        room.take(1, List.of(line(grain, "", "a", 14), line(grain, "", "b", 14)));
        room.take(2, List.of(line(grain, "nord", "a", 14), line(grain, "", "", 14)));
        room.take(3, List.of(line(grain, "sud", "c", 14)));

        assertThat(presences()).containsExactly(14);
    }

    @ParameterizedTest
    @EnumSource(names = "SEANCE", mode = EnumSource.Mode.EXCLUDE)
    void keepsWhatAnEarlierFileSaidWhereALaterOneContradictsItInAnotherRegister(Grain grain) {
        room.take(1, List.of(line(grain, "", "a", 14)));
        room.take(2, List.of(line(grain, "nord", "a", 41)));
        room.take(3, List.of(line(grain, "", "", 41)));

        assertThat(presences()).containsExactly(14);
    }

    @ParameterizedTest
    @EnumSource(names = "SEANCE", mode = EnumSource.Mode.EXCLUDE)
    void takesTheLastWordOfALineUnderItsOwnId(Grain grain) {
        room.take(1, List.of(line(grain, "nord", "a", 14)));
        room.take(2, List.of(line(grain, "nord", "a", 41)));

        assertThat(presences()).containsExactly(41);
    }

    private List<Integer> presences() {
        return room.months().values().stream()
                .flatMap(List::stream)
                .map(Attendance::presences)
                .toList();
    }

    private static Attendance line(Grain grain, String register, String id, int presences) {
        int start = (int) START.toEpochDay();
        int end = (int) end(grain).toEpochDay();
        return new Attendance(
                register, id, start, end, grain, "ATELIER", Etat.OUVERT, 1, -1, presences, -1, -1, -1, -1);
    }

    private static LocalDate end(Grain grain) {
        return switch (grain) {
            case SEANCE, JOUR -> START;
            case SEMAINE -> START.plusDays(6);
            case MOIS -> START.plusMonths(1).minusDays(1);
            case TRIMESTRE -> START.plusMonths(3).minusDays(1);
            case SEMESTRE, PERIODE -> START.plusMonths(6).minusDays(1);
            case ANNEE -> START.plusYears(1).minusDays(1);
        };
    }
}
