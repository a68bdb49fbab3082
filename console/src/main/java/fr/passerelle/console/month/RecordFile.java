package fr.passerelle.console.month;

import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.text.Formulas;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of rooms as a file, in the columns of the table that registers are given in, with file and line of each. */
public final class RecordFile {

    /** Its columns. */
    public static final List<String> HEADER = List.of(
            "nature",
            "id_salle",
            "nom_salle",
            "periode_debut",
            "periode_fin",
            "grain",
            "activite",
            "activite_libelle",
            "etat",
            "seances",
            "presences",
            "heures_personnes",
            "personnes_distinctes",
            "scolaires",
            "fichier",
            "ligne");

    private RecordFile() {}

    /** Puts each record of a room, its cells guarded. */
    public static void each(
            RoomInventoried room, List<RecordLine> lines, boolean demonstration, Consumer<List<String>> out) {
        lines.forEach(line -> out.accept(Stream.of(
                        demonstration ? "RECONSTITUTION" : "DONNEES",
                        room.getRoomId(),
                        room.getName(),
                        line.start().toString(),
                        line.end().toString(),
                        line.grain(),
                        line.activity(),
                        line.activityLabel(),
                        (line.closed() ? Etat.FERME : Etat.OUVERT).name(),
                        cell(line.sessions()),
                        cell(line.presences()),
                        line.hours() == null ? "" : line.hours().toPlainString(),
                        cell(line.distinctPeople()),
                        cell(line.scolaires()),
                        line.file(),
                        line.line() == 0 ? "" : String.valueOf(line.line()))
                .map(Formulas::guarded)
                .toList()));
    }

    private static String cell(@Nullable Integer count) {
        return Objects.toString(count, "");
    }
}
