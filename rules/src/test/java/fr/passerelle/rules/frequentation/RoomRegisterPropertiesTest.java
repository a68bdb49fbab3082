package fr.passerelle.rules.frequentation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of any attendance. */
class RoomRegisterPropertiesTest {

    private static final int CASES = 150;
    private static final int MONTHS = 24;

    @RepeatedTest(CASES)
    void doesNotDependOnTheOrderOfRecords(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        List<ReportedLine> records = new AnyAttendance(random).records();
        List<ReportedLine> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);

        assertThat(bytes(shuffled)).containsExactlyElementsOf(bytes(records));
        assertThat(score(fold(shuffled))).isEqualTo(score(fold(records)));
    }

    @RepeatedTest(CASES)
    void survivesItsBytes(RepetitionInfo repetition) {
        List<ReportedLine> records = new AnyAttendance(Seeds.random(repetition)).records();
        List<MonthTotals> read = months(records).stream()
                .map(MonthTotals::toBytes)
                .map(MonthTotals::fromBytes)
                .toList();

        assertThat(score(new RoomRegister(read))).isEqualTo(score(fold(records)));
    }

    @RepeatedTest(CASES)
    void isScoredByItsWindowAlone(RepetitionInfo repetition) {
        RoomRegister register = fold(new AnyAttendance(Seeds.random(repetition)).records());
        YearMonth asOf = YearMonth.of(2017, 10).minusMonths(repetition.getCurrentRepetition() % 30);

        assertThat(Rooms.score(Rooms.alwaysOpen(), register.within(asOf, MONTHS), asOf))
                .isEqualTo(Rooms.score(Rooms.alwaysOpen(), register, asOf));
        assertThat(register.within(asOf, MONTHS).files(asOf, MONTHS)).isEqualTo(register.files(asOf, MONTHS));
    }

    @RepeatedTest(CASES)
    void neverLosesUsagePointsByMoreAttendance(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        List<ReportedLine> records = new AnyAttendance(random).records();
        List<ReportedLine> more = new ArrayList<>(records);
        more.replaceAll(record -> random.nextBoolean() ? withMore(record, random.nextInt(50)) : record);

        assertThat(usagePoints(fold(more))).isGreaterThanOrEqualTo(usagePoints(fold(records)));
    }

    private static ReportedLine withMore(ReportedLine record, int more) {
        ReportedLine copy = ReportedLine.newBuilder(record).build();
        Integer presences = record.getCounts().getPresences();
        copy.getCounts().setPresences(presences == null ? null : (Integer) (presences + more));
        return copy;
    }

    private static BigDecimal usagePoints(RoomRegister register) {
        BigDecimal points = score(register).getIndicateurs().get(0).getPoints();
        return points == null ? BigDecimal.ZERO : points;
    }

    private static RoomRegister fold(List<ReportedLine> records) {
        return new RoomRegister(months(records));
    }

    private static List<MonthTotals> months(List<ReportedLine> records) {
        return Lines.of(records).months().stream().map(MonthTotals::of).toList();
    }

    private static List<byte[]> bytes(List<ReportedLine> records) {
        return months(records).stream().map(MonthTotals::toBytes).toList();
    }

    private static Frequentation score(RoomRegister register) {
        return Rooms.score(Rooms.alwaysOpen(), register, Rooms.AS_OF);
    }

    /** Any attendance of a room around the window to 2017-10: every grain, closures, cells left empty. */
    record AnyAttendance(Random random) {

        private static final List<Grain> GRAINS = List.of(Grain.values());
        private static final List<String> ACTIVITIES = List.of("ATELIER", "ACCES LIBRE", "DÉMARCHES");

        List<ReportedLine> records() {
            return IntStream.range(0, 1 + random.nextInt(60))
                    .mapToObj(i -> record())
                    .toList();
        }

        ReportedLine record() {
            Grain grain = GRAINS.get(random.nextInt(GRAINS.size()));
            YearMonth month = YearMonth.of(2015, 1).plusMonths(random.nextInt(40));
            LocalDate start = grain.compareTo(Grain.MOIS) < 0 || grain == Grain.PERIODE
                    ? month.atDay(1 + random.nextInt(28))
                    : month.atDay(1);
            ReportedLine record =
                    Records.record(grain, start.toString(), end(grain, start).toString(), counts());
            Records.from("0" + random.nextInt(4), record);
            return Records.of(ACTIVITIES.get(random.nextInt(ACTIVITIES.size())), record);
        }

        private LocalDate end(Grain grain, LocalDate start) {
            return switch (grain) {
                case SEANCE, JOUR -> start;
                case SEMAINE -> start.plusDays(6);
                case MOIS -> start.plusMonths(1).minusDays(1);
                case TRIMESTRE -> start.plusMonths(3).minusDays(1);
                case SEMESTRE -> start.plusMonths(6).minusDays(1);
                case ANNEE -> start.plusMonths(12).minusDays(1);
                case PERIODE -> start.plusDays(random.nextInt(90));
            };
        }

        private AttendanceCounts counts() {
            return AttendanceCounts.newBuilder()
                    .setEtat(random.nextInt(12) == 0 ? Etat.FERME : Etat.OUVERT)
                    .setSessions(any(20))
                    .setSessionHoursHundredths(any(4000))
                    .setPresences(any(60))
                    .setPersonHoursHundredths(any(9000))
                    .setRegistered(any(30))
                    .setDistinctPeople(any(200))
                    .setScolaires(any(40))
                    .build();
        }

        private @Nullable Integer any(int bound) {
            return random.nextInt(4) == 0 ? null : (Integer) random.nextInt(bound);
        }
    }
}
