package fr.passerelle.sources.room;

import static fr.passerelle.local.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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

    private Snapshot<RoomInventoried> read(String... rows) {
        InputFile file = InputFile.examine(Csv.file(TableSchema.salles(), rows), TableSchema.salles());
        return Snapshot.read(file, TableSchema.salles(), Rooms.ID, rooms::resolve);
    }

    private static Map<String, String> insee(Snapshot<RoomInventoried> read) {
        return read.values().values().stream()
                .collect(Collectors.toMap(RoomInventoried::getRoomId, RoomInventoried::getInsee));
    }
}
