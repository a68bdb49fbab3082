package fr.passerelle.sources.territory;

import static fr.passerelle.local.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectedRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomsTest {

    private final Rooms rooms = new Rooms(ReferenceFacts.load());

    @Test
    void notesThatAFormerCommuneBecameThatOfToday() {
        Snapshot<RoomInventoried> read = read(room("A", "02026"), room("B", "02458"));

        assertThat(insee(read)).isEqualTo(Map.of("A", "02458", "B", "02458"));
        assertThat(read.corrected())
                .singleElement()
                .extracting(CorrectedRow::cells)
                .isEqualTo(
                        List.of(new CorrectedRow.CellCorrection("code_insee", "ANCIENNE_COMMUNE", "02026", "02458")));
    }

    @Test
    void notesALostZeroAndAFormerCommuneEach() {
        assertThat(read(room("A", "2026")).corrected())
                .flatExtracting(CorrectedRow::cells)
                .extracting(CorrectedRow.CellCorrection::code)
                .containsExactly("ZERO_RESTITUE", "ANCIENNE_COMMUNE");
    }

    @Test
    void refusesAContradictoryFormerCodeByItsOwnReason() {
        assertThat(read(room("A", "60455")).rejects())
                .extracting(RejectedRow::reason)
                .containsExactly("COMMUNE_CONTRADICTOIRE");
        assertThat(read(room("A", "75056")).rejects())
                .extracting(RejectedRow::reason)
                .containsExactly("COMMUNE_INCONNUE");
    }

    @Test
    void takesARoomAbroadWithoutEpci() {
        Snapshot<RoomInventoried> read = read(room("A", "99132"));

        assertThat(insee(read)).isEqualTo(Map.of("A", "99132"));
        assertThat(read.values().values()).extracting(RoomInventoried::getEpci).containsExactly("SANS-EPCI");
    }

    static Stream<Field> columns() {
        return TableSchema.salles().fields().stream()
                .filter(column -> !column.constraints().required());
    }

    /** A column that comes is told to the record, else it fails here. */
    @ParameterizedTest
    @MethodSource("columns")
    void carriesEachColumnThatMayBeEmpty(Field column) {
        Map<String, RoomInventoried> told = read(path(RoomsTest::cell)).values();
        Map<String, RoomInventoried> without = read(path(
                        field -> field.name().equals(column.name()) ? "" : cell(field)))
                .values();

        assertThat(told).hasSize(1);
        assertThat(without).hasSize(1).isNotEqualTo(told);
    }

    private static Path path(Function<Field, String> cells) {
        List<Field> columns = TableSchema.salles().fields();
        return Csv.text(columns.stream().map(Field::name).collect(Collectors.joining(";")) + "\n"
                + columns.stream().map(cells).collect(Collectors.joining(";")) + "\n");
    }

    private static String cell(Field column) {
        return switch (column.name()) {
            case "code_insee" -> "02458";
            case "gestionnaire_siren" -> "200071785";
            case "gestion" -> "REGION";
            case "latitude" -> "49.5";
            case "fonctions" -> "FABLAB";
            default ->
                switch (column.type()) {
                    case BOOLEAN -> "oui";
                    case DATE -> "2005-01-01";
                    case INTEGER, NUMBER -> "3";
                    default -> "jeux";
                };
        };
    }

    private Snapshot<RoomInventoried> read(String... rows) {
        return read(Csv.file(TableSchema.salles(), rows));
    }

    private Snapshot<RoomInventoried> read(Path path) {
        InputFile file = InputFile.examine(path, TableSchema.salles());
        return Snapshot.read(file, TableSchema.salles(), Rooms.ID, rooms::resolve);
    }

    private static Map<String, String> insee(Snapshot<RoomInventoried> read) {
        return read.values().values().stream()
                .collect(Collectors.toMap(RoomInventoried::getRoomId, RoomInventoried::getInsee));
    }
}
