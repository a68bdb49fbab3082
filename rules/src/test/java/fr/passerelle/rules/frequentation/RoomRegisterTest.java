package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.correction;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.register;
import static fr.passerelle.rules.frequentation.Records.session;
import static fr.passerelle.rules.frequentation.Records.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.passerelle.schemas.event.AttendanceRecorded;
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
        bytes[0] = 4;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoomRegister.fromBytes(bytes))
                .withMessageContaining("version 2");
    }

    @Test
    void keepsAHundredMonthsOfSessionsInAFewKilobytes() {
        RoomRegister register = new RoomRegister();
        Stream.iterate(java.time.YearMonth.of(2009, 1), month -> month.plusMonths(1))
                .limit(100)
                .forEach(month -> {
                    for (int day = 1; day <= 25; day += 2) {
                        register.record(session(month.atDay(day).toString(), 7));
                    }
                });

        assertThat(register.toBytes().length).isLessThan(5_000);
    }
}
