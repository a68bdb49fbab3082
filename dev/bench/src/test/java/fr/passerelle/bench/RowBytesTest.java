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
}
