package fr.passerelle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.bench.event.AttendanceRow;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RowBytesTest {

    @Test
    void readsWhatItWroteWithoutAFlagOfTheMachine() {
        LocalDate day = LocalDate.of(2010, 3, 1);
        AttendanceRow row = new AttendanceRow(
                "key", "room", "", day, day, "SEANCE", "JEUX", "OUVERT", 1, 200, 7, 350, "0".repeat(64), 1L);

        assertThat(RowBytes.decode(RowBytes.encode(row))).isEqualTo(row);
    }

    @Test
    void putsNothingBeforeTheFields() {
        LocalDate day = LocalDate.of(1970, 1, 2);
        AttendanceRow row = new AttendanceRow("k", "r", "", day, day, "S", "J", "O", null, null, null, null, "h", 1L);

        assertThat(RowBytes.encode(row))
                .containsExactly(2, 'k', 2, 'r', 0, 2, 2, 2, 'S', 2, 'J', 2, 'O', 0, 0, 0, 0, 2, 'h', 2);
    }
}
