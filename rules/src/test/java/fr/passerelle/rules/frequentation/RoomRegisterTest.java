package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.correction;
import static fr.passerelle.rules.frequentation.Records.from;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.record;
import static fr.passerelle.rules.frequentation.Records.register;
import static fr.passerelle.rules.frequentation.Records.session;
import static fr.passerelle.rules.frequentation.Records.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.Grain;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomRegisterTest {

    static List<AttendanceRecorded> kinds() {
        return List.of(
                session("2017-03-07", 5),
                month("2017-03", 40),
                closure("2017-08-01", "2017-08-31"),
                Records.year(2016, 60));
    }

    @Test
    void isEmptyBeforeAnyRecord() {
        assertThat(new RoomRegister().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isEmptyAgainOnceAllIsWithdrawn(AttendanceRecorded record) {
        RoomRegister register = register(record);
        assertThat(register.isEmpty()).isFalse();

        register.withdraw(withdrawal(record));

        assertThat(register.isEmpty()).isTrue();
        assertThat(register.toBytes()).isEqualTo(new RoomRegister().toBytes());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keepsOneOfTwoEqualRecords(AttendanceRecorded record) {
        RoomRegister register = register(record, record);

        register.withdraw(withdrawal(record));

        assertThat(register.toBytes()).isEqualTo(register(record).toBytes());
    }

    @Test
    void comesBackToTheFirstNumberWhenItIsCorrectedBack() {
        AttendanceRecorded first = session("2017-03-07", 5);
        AttendanceRecorded second = month("2017-04", 9);

        RoomRegister register = register(first, correction(first, second), correction(second, first));

        assertThat(register.toBytes()).isEqualTo(register(first).toBytes());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refusesToTakeBackWhatWasNeverRecorded(AttendanceRecorded record) {
        assertThatIllegalStateException().isThrownBy(() -> new RoomRegister().withdraw(withdrawal(record)));
    }

    @Test
    void refusesBytesOfAnotherVersion() {
        byte[] bytes = new RoomRegister().toBytes();
        bytes[0] = 2;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoomRegister.fromBytes(bytes))
                .withMessageContaining("version 1");
    }

    @Test
    void tellsWhichFilesTheWindowRestsOn() {
        RoomRegister register = register(
                from("aa", month("2016-01", 5)),
                from("aa", session("2016-01-07", 5)),
                from("aa", month("2015-10", 5)),
                from("bb", record(Grain.TRIMESTRE, "2015-09-01", "2015-11-30", 9)),
                from("cc", closure("2014-01-01", "2014-12-31")));

        assertThat(register.files(YearMonth.of(2017, 10), 24))
                .containsExactly(
                        new FichierSource("aa", List.of("2016-01"), 2), new FichierSource("bb", List.of("2015-11"), 1));
    }

    @Test
    void movesARecordFromTheFileThatSaidItToTheOneThatSaysItNow() {
        AttendanceRecorded first = from("aa", month("2017-01", 5));
        AttendanceRecorded second = from("bb", month("2017-01", 5));
        AttendanceRecorded third = from("cc", month("2017-02", 6));
        RoomRegister register = register(first);

        register.record(correction(first, second));
        assertThat(files(register)).containsExactly("bb 2017-01");
        register.record(correction(second, third));
        assertThat(files(register)).containsExactly("cc 2017-02");
        register.withdraw(withdrawal(third));
        assertThat(files(register)).isEmpty();
    }

    @Test
    void keepsTheFileOfARecordThatAnOlderLogReplacesWithoutNamingIt() {
        AttendanceRecorded first = from("aa", month("2017-01", 5));
        AttendanceRecorded second = correction(first, from("bb", month("2017-01", 6)));
        second.getReplaces().setFileSha256("");

        assertThat(files(register(first, second))).containsExactly("aa 2017-01", "bb 2017-01");
    }

    @Test
    void keepsApartTheRecordsOfAFileThatBeginTogetherAndEndApart() {
        RoomRegister register = register(
                from("aa", month("2017-01", 5)), from("aa", record(Grain.TRIMESTRE, "2017-01-01", "2017-03-31", 9)));

        assertThat(files(register)).containsExactly("aa 2017-01 2017-02 2017-03");
    }

    private static List<String> files(RoomRegister register) {
        return register.files(YearMonth.of(2017, 10), 24).stream()
                .map(file -> file.getSha256() + " " + String.join(" ", file.getMonths()))
                .toList();
    }

    @Test
    void keepsAHundredMonthsOfSessionsInAFewKilobytes() {
        RoomRegister register = new RoomRegister();
        Stream.iterate(YearMonth.of(2009, 1), month -> month.plusMonths(1))
                .limit(100)
                .forEach(month -> {
                    for (int day = 1; day <= 25; day += 2) {
                        register.record(session(month.atDay(day).toString(), 7));
                    }
                });

        assertThat(register.toBytes().length).isLessThan(5_000);
    }
}
