package fr.passerelle.bench.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one measure.
 *
 * @param rooms the inventory
 * @param attendance the sessions
 * @param sum what they come to
 */
public record DrawnFiles(Path rooms, Path attendance, Sum sum) {

    private static final String HEADER =
            "id_releve;id_salle;periode_debut;periode_fin;grain;activite;etat;seances;heures_seances;presences;"
                    + "heures_personnes;inscrits;personnes_distinctes;scolaires\n";

    /**
     * Writes an inventory and sessions.
     *
     * @param folder where; it must exist
     * @param root the tree, whose facts name the communes
     * @param drawing which rooms and sessions
     */
    public static DrawnFiles write(Path folder, Path root, Drawing drawing) {
        try {
            Path rooms = folder.resolve("salles-" + drawing.rooms() + ".csv");
            Files.write(rooms, InventedRooms.lines(drawing.rooms(), communes(root)), UTF_8);
            Path attendance = folder.resolve(
                    "frequentation-%d-%d-%d.csv".formatted(drawing.first(), drawing.count(), drawing.revision()));
            return new DrawnFiles(rooms, attendance, write(attendance, drawing));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> communes(Path root) throws IOException {
        return Files.readAllLines(root.resolve("sources/src/main/resources/facts/communes-picardie.csv"), UTF_8)
                .stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .distinct()
                .sorted()
                .toList();
    }

    private static Sum write(Path file, Drawing drawing) throws IOException {
        Sum sum = Sum.NONE;
        SessionPool sessions = new SessionPool(drawing.rooms(), drawing.seed());
        try (BufferedWriter writer = Files.newBufferedWriter(file, UTF_8)) {
            writer.write(HEADER);
            for (long place = drawing.first(); place < drawing.first() + drawing.count(); place++) {
                Session told = sessions.at(place);
                Session session = drawing.isRevised(place) ? told.revised() : told;
                writer.write(session.line());
                writer.write('\n');
                sum = sum.plus(session);
            }
        }
        return sum;
    }
}
