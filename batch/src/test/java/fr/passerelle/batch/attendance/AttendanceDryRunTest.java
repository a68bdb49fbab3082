package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.period;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.sources.InputFile;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttendanceDryRunTest {

    private static final YearMonth NIGHT = YearMonth.of(2026, 1);

    @Test
    void findsTheSameHoweverFewLinesItHoldsAtOnce() {
        String[] rows = Stream.of("A", "B", "C", "D")
                .flatMap(room -> Stream.of(
                        month("x" + room, room, "2017-01", 14),
                        month("x", room, "2017-02", 14),
                        month("", room, "2017-01", 41),
                        period("", room, "2017-03-04", "2017-03-04", "SEANCE", 4),
                        period("", room, "2017-03-04", "2017-03-04", "SEANCE", 4),
                        month(room, "2017-03", 9)))
                .toArray(String[]::new);
        InputFile file = Import.register(rows);

        List<String> whole = told(file, 1_000);

        assertThat(whole)
                .hasSize(14)
                .contains(
                        "8 DOUBLON_CONTRADICTOIRE",
                        "9 DOUBLON",
                        "DOUBLE_POSSIBLE 4 6 12 18",
                        "CONTROLE_INEGAL 12 7 7 7");
        assertThat(told(file, 3)).isEqualTo(whole);
        assertThat(told(file, 1)).isEqualTo(whole);
    }

    @Test
    void tellsOfSessionsThatContradictEachOther() {
        InputFile file = Import.register(
                period("", "A", "2017-03-04", "2017-03-04", "SEANCE", 4),
                period("", "A", "2017-03-04", "2017-03-04", "SEANCE", 9),
                period("", "A", "2017-03-05", "2017-03-05", "SEANCE", 9),
                period("", "A", "2017-03-06", "2017-03-06", "SEANCE", 4).replace("ACCES_LIBRE", "AUTRE"),
                period("", "A", "2017-03-06", "2017-03-06", "SEANCE", 9).replace("ACCES_LIBRE", "AUTRE"));

        assertThat(told(file, 1_000)).contains("SEANCES_CONTRAIRES 1 3", "DOUBLE_POSSIBLE 0");
    }

    @Test
    void namesTheRoomThatIsMeantButForCase() {
        InputFile file = Import.register(month("a", "2017-01", 4));

        try (AttendanceDryRun rows = new AttendanceDryRun(file, Set.of("A", "B"), NIGHT)) {
            assertThat(rows.next())
                    .isInstanceOfSatisfying(
                            AttendanceLine.Refused.class,
                            refused -> assertThat(refused.rejected().message())
                                    .contains("mais « A » s'écrit ainsi à la casse près"));
        }
    }

    /** The rejects, then what is odd: how many, and the first lines. */
    private static List<String> told(InputFile file, int slice) {
        List<String> told = new ArrayList<>();
        try (AttendanceDryRun rows = new AttendanceDryRun(file, null, NIGHT, slice)) {
            for (AttendanceLine line = rows.next(); line != null; line = rows.next()) {
                if (line instanceof AttendanceLine.Refused refused) {
                    told.add(
                            refused.rejected().line() + " " + refused.rejected().reason());
                }
            }
            rows.remarks().forEach(remarks -> {
                StringBuilder text = new StringBuilder(remarks.code() + " " + remarks.count());
                remarks.first().forEach(remark -> text.append(' ').append(remark.line()));
                told.add(text.toString());
            });
        }
        return told;
    }
}
