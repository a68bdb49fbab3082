package fr.passerelle.batch.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.attendance.ImportedMonth.Codec;
import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.batch.attendance.LineIdentity.LineId;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportedMonthTest {

    private final Codec codec = new Codec();

    @Test
    void readsWhatItWrote() {
        ImportedMonth saying = new ImportedMonth(
                7,
                List.of(
                        new ImportedLine(7, 12, 0, line(Grain.MOIS, Etat.OUVERT, "ÉCOLE 😀")),
                        new ImportedLine(7, 1L << 33, 3, line(Grain.PERIODE, Etat.FERME, ""))),
                Map.of(new LineId("nord", "x1"), new MonthNo(3, 24_203), new LineId("", "2"), new MonthNo(9, 24_204)));

        assertThat(codec.saying(7, codec.encode(saying))).isEqualTo(saying);
    }

    /** Ten years of history would change their meaning: these bytes are what databases hold. */
    @Test
    void keepsTheCodesOfGrainsAndStates() {
        List<String> bytes = Arrays.stream(Grain.values())
                .map(grain -> HexFormat.of().formatHex(codec.encode(line(grain, Etat.FERME, "A"))))
                .toList();

        assertThat(bytes)
                .containsExactlyElementsOf(List.of(
                        "0000f48b02000002410202040a06010101", "0000f48b02000202410202040a06010101",
                        "0000f48b02000402410202040a06010101", "0000f48b02000602410202040a06010101",
                        "0000f48b02000802410202040a06010101", "0000f48b02000a02410202040a06010101",
                        "0000f48b02000c02410202040a06010101", "0000f48b02000e02410202040a06010101"));
    }

    private static Attendance line(Grain grain, Etat etat, String activity) {
        return new Attendance("", "", 17_146, 17_146, grain, activity, etat, 1, 2, 5, 3, -1, -1, -1);
    }
}
