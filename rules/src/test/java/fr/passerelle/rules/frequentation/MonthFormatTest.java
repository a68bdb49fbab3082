package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.counts;
import static fr.passerelle.rules.frequentation.Records.from;
import static fr.passerelle.rules.frequentation.Records.lines;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.of;
import static fr.passerelle.rules.frequentation.Records.record;
import static fr.passerelle.rules.frequentation.Records.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.passerelle.rules.frequentation.MonthFormat.ByteReader;
import fr.passerelle.rules.frequentation.MonthFormat.ByteWriter;
import fr.passerelle.schemas.event.Grain;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthFormatTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 8191, 8192, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
    void readsANumberAsItWasWritten(long number) {
        ByteWriter out = new ByteWriter();
        out.number(number);

        assertThat(new ByteReader(out.toBytes()).number()).isEqualTo(number);
    }

    @Test
    void writesASmallNumberInOneByte() {
        ByteWriter out = new ByteWriter();
        out.number(63);
        out.number(64);

        assertThat(out.toBytes()).containsExactly(126, 128, 1);
    }

    @Test
    void growsWithWhatIsWritten() {
        ByteWriter out = new ByteWriter();
        LongStream.range(0, 700).forEach(out::number);
        out.text("é".repeat(1000));
        out.month(YearMonth.of(2017, 12));

        ByteReader in = new ByteReader(out.toBytes());
        LongStream.range(0, 700).forEach(number -> assertThat(in.number()).isEqualTo(number));
        assertThat(in.text()).isEqualTo("é".repeat(1000));
        assertThat(in.month()).isEqualTo(YearMonth.of(2017, 12));
    }

    /** A sheet of a workbook has the hash of the workbook and its number; a file of one table is written as it always was. */
    @ParameterizedTest
    @ValueSource(strings = {"", "#2", "#12#3"})
    void readsAFileAsItWasWritten(String part) {
        String identity = "0123456789abcdef".repeat(4) + part;
        ByteWriter out = new ByteWriter();
        out.file(identity);

        assertThat(new ByteReader(out.toBytes()).file()).isEqualTo(identity);
        assertThat(out.toBytes()).hasSize(33 + part.length());
    }

    @Test
    void readsMonthsAsTheyWereWritten() {
        Lines lines = lines(
                session("2017-03-07", 5),
                session("2017-03-07", 6),
                from("0a", session("2017-03-21", 7)),
                month("2017-04", counts(40, 2000, 3000)),
                from("0b", of("ACCES LIBRE", month("2017-04", 3))),
                record(Grain.PERIODE, "2017-05-03", "2017-06-12", 20),
                Records.year(2016, 60),
                closure("2017-08-01", "2017-08-31"),
                closure("2017-08-01", "2017-08-31"));

        RoomRegister register = lines.register();
        RoomRegister read = read(lines);

        assertThat(figures(read)).isEqualTo(figures(register)).contains("2017-03 18 0", "2017-04 43 3000");
        assertThat(read.periods().keySet()).isEqualTo(register.periods().keySet());
        assertThat(read.closures()).isEqualTo(register.closures());
        assertThat(read.files(YearMonth.of(2017, 10), 24))
                .isEqualTo(register.files(YearMonth.of(2017, 10), 24))
                .hasSize(3);
    }

    /** A row of that day is a control, one of the next day is not: the days of sessions are read back, not only their sum. */
    @Test
    void readsTheDaysOfSessionsAsTheyWereWritten() {
        Lines lines = lines(
                session("2017-03-07", 5),
                record(Grain.JOUR, "2017-03-07", "2017-03-07", 40),
                record(Grain.JOUR, "2017-03-08", "2017-03-08", 3));

        assertThat(figures(lines.register())).contains("2017-03 8 0");
        assertThat(figures(read(lines))).contains("2017-03 8 0");
    }

    @Test
    void refusesBytesOfAnotherVersion() {
        byte[] bytes = bytes(lines(session("2017-03-07", 5))).getFirst();
        bytes[0] = 2;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonthTotals.fromBytes(bytes))
                .withMessageContainingAll("version 1", "rebuild-topics");
    }

    @Test
    void keepsAMonthOfSessionsInFewBytes() {
        Lines lines = new Lines();
        for (int day = 1; day <= 25; day += 2) {
            lines.add(session("2017-03-%02d".formatted(day), 7));
        }

        assertThat(bytes(lines))
                .singleElement()
                .satisfies(bytes -> assertThat(bytes.length).isLessThan(40));
    }

    private static List<byte[]> bytes(Lines lines) {
        return lines.months().stream()
                .map(month -> MonthTotals.of(month).toBytes())
                .toList();
    }

    private static RoomRegister read(Lines lines) {
        return new RoomRegister(
                bytes(lines).stream().map(MonthTotals::fromBytes).toList());
    }

    private static List<String> figures(RoomRegister register) {
        return Rooms.figures(register, Rooms.WINDOW).stream()
                .map(month ->
                        month.month() + " " + month.total(Measure.PRESENCES) + " " + month.total(Measure.PERSON_HOURS))
                .toList();
    }
}
