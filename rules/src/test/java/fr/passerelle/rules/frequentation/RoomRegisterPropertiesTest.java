package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.correction;
import static fr.passerelle.rules.frequentation.Records.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.Frequentation;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of any attendance. */
class RoomRegisterPropertiesTest {

    private static final int CASES = 150;
    private static final FrequentationRules RULES =
            new FrequentationRules(Baremes.load("2017-05").jeuDeRegles());

    @RepeatedTest(CASES)
    void doesNotDependOnTheOrderOfRecords(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        List<AttendanceRecorded> records = new AnyAttendance(random).records();
        List<AttendanceRecorded> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);

        assertThat(fold(shuffled).toBytes()).isEqualTo(fold(records).toBytes());
        assertThat(score(fold(shuffled))).isEqualTo(score(fold(records)));
    }

    @RepeatedTest(CASES)
    void isTheSameAfterACorrectionAsWithTheRightNumberFirst(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        AnyAttendance any = new AnyAttendance(random);
        List<AttendanceRecorded> others = any.records();
        AttendanceRecorded wrong = any.record();
        AttendanceRecorded right = any.record();

        RoomRegister corrected = fold(List.of(wrong));
        others.forEach(corrected::record);
        corrected.record(correction(wrong, right));
        corrected.record(correction(right, wrong));
        corrected.record(correction(wrong, right));

        RoomRegister first = fold(List.of(right));
        others.forEach(first::record);
        assertThat(corrected.toBytes()).isEqualTo(first.toBytes());
        assertThat(score(corrected)).isEqualTo(score(first));
    }

    @RepeatedTest(CASES)
    void isEmptyOnceAllIsWithdrawnInAnyOrder(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        List<AttendanceRecorded> records = new ArrayList<>(new AnyAttendance(random).records());
        RoomRegister register = fold(records);

        Collections.shuffle(records, random);
        records.forEach(record -> register.withdraw(withdrawal(record)));

        assertThat(register.isEmpty()).isTrue();
        assertThat(register.toBytes()).isEqualTo(new RoomRegister().toBytes());
    }

    @RepeatedTest(CASES)
    void survivesItsBytes(RepetitionInfo repetition) {
        RoomRegister register = fold(new AnyAttendance(Seeds.random(repetition)).records());

        RoomRegister read = RoomRegister.fromBytes(register.toBytes());

        assertThat(read.toBytes()).isEqualTo(register.toBytes());
        assertThat(score(read)).isEqualTo(score(register));
    }

    @RepeatedTest(CASES)
    void neverLosesUsagePointsByMoreAttendance(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        List<AttendanceRecorded> records = new AnyAttendance(random).records();
        List<AttendanceRecorded> more = new ArrayList<>(records);
        more.replaceAll(record -> random.nextBoolean() ? withMore(record, random.nextInt(50)) : record);

        assertThat(usagePoints(fold(more))).isGreaterThanOrEqualTo(usagePoints(fold(records)));
    }

    private static AttendanceRecorded withMore(AttendanceRecorded record, int more) {
        AttendanceRecorded copy = AttendanceRecorded.newBuilder(record).build();
        Integer presences = record.getCounts().getPresences();
        copy.getCounts().setPresences(presences == null ? null : (Integer) (presences + more));
        return copy;
    }

    private static BigDecimal usagePoints(RoomRegister register) {
        BigDecimal points = score(register).getIndicateurs().get(0).getPoints();
        return points == null ? BigDecimal.ZERO : points;
    }

    private static RoomRegister fold(List<AttendanceRecorded> records) {
        RoomRegister register = new RoomRegister();
        records.forEach(register::record);
        return register;
    }

    private static Frequentation score(RoomRegister register) {
        return RULES.score(Rooms.alwaysOpen(), register, Rooms.serving(5_000), YearMonth.of(2017, 10));
    }
}
