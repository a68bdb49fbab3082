package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.Import.RejectRow;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.RejectedRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import tools.jackson.databind.json.JsonMapper;

/** What a dry run tells of a register is what the night makes of it, but where the night knows other files. */
class CheckAgainstNightIT {

    private static final YearMonth NIGHT = YearMonth.of(2026, 1);

    /** Reasons of other tables, of workbooks, of corrected rejects, and of what other files say. */
    private static final Set<RejectReason> ELSEWHERE = EnumSet.of(
            RejectReason.FORMULE, RejectReason.CELLULE,
            RejectReason.OUI_NON, RejectReason.HORS_DE_FRANCE,
            RejectReason.NOM_PERSONNE, RejectReason.MASQUE,
            RejectReason.DEJA_REPRIS, RejectReason.IDENTIFIANT_AILLEURS,
            RejectReason.COMMUNE_INCONNUE, RejectReason.COMMUNE_CONTRADICTOIRE,
            RejectReason.COMMUNE_AILLEURS, RejectReason.FICHE_CONTRADICTOIRE,
            RejectReason.EPCI_INCONNU, RejectReason.DATES_INVERSEES);

    private final Import night = Import.ofTwoRooms();

    @Test
    void tellsOfAFileThatHoldsOneOfEveryReasonWhatTheNightTells() {
        InputFile file = oneOfEvery();

        Found check = check(file);
        Counts counts = night.attendance(file);

        assertThat(check.reasons())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE)));
        assertThat(check.rejects())
                .containsExactlyInAnyOrderElementsOf(
                        night.rejects().stream().map(CheckAgainstNightIT::told).toList());
        assertThat(check.counts()).isEqualTo(counts);
        assertThat(counts.possibleDoubles()).isEqualTo(1);
    }

    /** Read as UTF-8, with a declared coverage that the row without a room suspends. */
    private static InputFile oneOfEvery() {
        List<String> rows = new ArrayList<>(List.of(
                month("A", "2017-01", 14),
                month("A", "2017-01", 14),
                month("A", "2017-02", 14),
                month("r1", "A", "2017-02", 41),
                month("0612345678", "A", "2017-04", 1),
                month("r2", "A", "2017-03", 1),
                month("r2", "B", "2017-03", 1),
                period("", "A", "2017-05-20", "2017-06-10", "PERIODE", 5),
                period("", "A", "2017-06-05", "2017-06-11", "SEMAINE", 5),
                period("", "A", "2017-07-01", "2017-07-01", "SEANCE", 5),
                period("", "A", "2017-07-01", "2017-07-01", "SEANCE", 5),
                month("X", "2017-01", 1),
                month("A", "2026-02", 1),
                period("", "A", "2017-08-09", "2017-08-08", "PERIODE", 5),
                period("", "A", "2017-08-01", "2017-08-30", "MOIS", 5),
                month("A", "2017-08", 1).replace(";;;;", ";;;9;"),
                month("A", "2017-09", 1).replace("OUVERT", "FERME"),
                month("A", "2017-09", 1).replace("10.5", "beaucoup"),
                month("A", "2017-09", 1).replace(";4;", ";4,5;"),
                month("A", "2017-09", 1).replace("2017-09-01", "hier"),
                month("A", "2017-09", 1).replace("MOIS", "MOISSON"),
                month("", "2017-09", 1),
                month("A".repeat(100), "2017-09", 1),
                month("A", "2017-09", 1).replace("ACCES_LIBRE", "TOTAL"),
                month("A\0", "2017-09", 1),
                month("A", "2017-09", 1) + ";",
                month("\"A\"B", "2017-09", 1),
                month("\"A", "2017-09", 1),
                month("A", "2017-09", 1).replace("ACCES_LIBRE", "a".repeat(100_000)),
                month("A§", "2017-09", 1)));
        for (int i = 0; i < 12_000; i++) {
            rows.add(period("%060d".formatted(i), "B", "2017-10-02", "2017-10-02", "SEANCE", 1));
        }
        return Import.mapped(
                "tout",
                "lecture: {charset: UTF-8}\ncouverture: {du: 2017-01, au: 2017-02}\n",
                withABadOctet(Csv.file(TableSchema.FREQUENTATION, rows.toArray(String[]::new))));
    }

    private static Path withABadOctet(Path file) {
        return PrivateFiles.unchecked(() ->
                Files.writeString(file, Files.readString(file).replace("§", "\u00ff"), StandardCharsets.ISO_8859_1));
    }

    private static String told(RejectRow row) {
        Map<?, ?> cells = JsonMapper.shared().readValue(row.cells(), Map.class);
        return row.at() + " " + row.message() + new TreeMap<>(cells);
    }

    private static String told(RejectedRow rejectedRow) {
        String column = rejectedRow.column() == null ? "null" : rejectedRow.column();
        return rejectedRow.line() + " " + column + " " + rejectedRow.reason() + " " + rejectedRow.message()
                + new TreeMap<>(rejectedRow.cells());
    }

    @Test
    void countsPossibleDoublesOnceWhereTheNightIsTakenUpAgain() {
        String session = period("", "A", "2017-07-01", "2017-07-01", "SEANCE", 5);
        InputFile file = Import.register(session, session, month("A", "2017-08", 3), session, session);
        ExecutionContext context = new ExecutionContext();
        assertThatThrownBy(() -> night.attendance(2, context, 3, file)).hasMessage("planted");

        Counts counts = night.attendance(2, context, Integer.MAX_VALUE, file);

        assertThat(counts).isEqualTo(new Counts(5, 5, 0, 0, 0, 3));
        assertThat(check(file).counts()).isEqualTo(counts);
    }

    private record Found(List<String> rejects, Set<RejectReason> reasons, Counts counts) {}

    private static Found check(InputFile file) {
        Found found = new Found(new ArrayList<>(), EnumSet.noneOf(RejectReason.class), Counts.NONE);
        Counts counts = Counts.NONE;
        try (AttendanceDryRun rows = new AttendanceDryRun(file, Set.of("A", "B"), NIGHT)) {
            for (AttendanceLine line = rows.next(); line != null; line = rows.next()) {
                switch (line) {
                    case AttendanceLine.Measure measure -> counts = counts.plus(Counts.ACCEPTED);
                    case AttendanceLine.Control control -> counts = counts.plus(Counts.CONTROL);
                    case AttendanceLine.Refused(int place, RejectedRow rejectedRow, var trace) -> {
                        counts = counts.plus(Counts.REJECTED);
                        found.reasons().add(RejectReason.valueOf(rejectedRow.reason()));
                        found.rejects().add(told(rejectedRow));
                    }
                }
            }
            return new Found(
                    found.rejects(),
                    found.reasons(),
                    counts.plus(
                            new Counts(0, 0, 0, 0, 0, rows.remarks().getFirst().count())));
        }
    }
}
