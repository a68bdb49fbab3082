package fr.passerelle.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.table.TableSchema;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files of one measure, drawn from a seed, the same bytes on any machine: invented rooms, and sessions, each said once, in no useful order. */
record DrawnFiles(Path rooms, Path attendance, Sum sum) {

    static final String COLUMNS = String.join(";", TableSchema.FREQUENTATION.leastHeader());

    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 1, 1);
    private static final int DAYS = 3_652;
    private static final List<String> ACTIVITIES = List.of(
            ("ACCES_LIBRE ATELIER INITIATION ACCOMPAGNEMENT JEUX BUREAUTIQUE RETOUCHE DEMARCHES EMPLOI IMPRESSION VIDEO"
                            + " TABLETTES COURRIEL IMPOTS SANTE GENEALOGIE")
                    .split(" "));
    private static final int MOST_PRESENCES = 24;
    private static final int MOST_QUARTERS = 8;
    private static final int HUNDREDTHS = 100;

    /** What a result must come to, whoever computed it. */
    record Sum(long rows, long presences) {

        static final Sum NONE = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(rows + other.rows, presences + other.presences);
        }
    }

    /**
     * Which sessions are drawn, of one room or more.
     *
     * @param count how many sessions, at most rooms × 58,432
     * @param revision how many hundredths of the sessions count one presence more, from 0 to 99
     */
    record Drawing(long seed, int rooms, long count, int revision) {

        /** The same sessions, one more hundredth of them changed. */
        Drawing revised() {
            return new Drawing(seed, rooms, count, revision + 1);
        }

        /** How many sessions the last revision changed. */
        long changed() {
            return revision == 0 ? 0 : (count + HUNDREDTHS - revision) / HUNDREDTHS;
        }

        private Session at(Permutation order, long place) {
            long number = order.at(place);
            long rest = number / rooms;
            int dice = (int) (number * 0x9E3779B97F4A7C15L >>> 40);
            int presences = dice % MOST_PRESENCES;
            return new Session(
                    room((int) (number % rooms)),
                    FIRST_DAY.plusDays(rest % DAYS),
                    ACTIVITIES.get((int) (rest / DAYS)),
                    place % HUNDREDTHS < revision ? presences + 1 : presences,
                    25 * presences * (1 + dice / MOST_PRESENCES % MOST_QUARTERS));
        }
    }

    /** Two hours that one room held open once, and the hundredths of an hour that people spent there. */
    private record Session(String room, LocalDate day, String activity, int presences, int personHours) {

        String line() {
            return ";" + room + ";" + day + ";" + day + ";SEANCE;" + activity + ";OUVERT;1;2;" + presences + ";"
                    + BigDecimal.valueOf(personHours, 2).stripTrailingZeros().toPlainString() + ";;;";
        }
    }

    static DrawnFiles write(TestBed bed, Drawing drawing) {
        return write(bed.folder().resolve("files"), bed.house().root(), drawing);
    }

    /** Writes an inventory and sessions; the facts of the tree at this root name the communes. */
    static DrawnFiles write(Path folder, Path root, Drawing drawing) {
        try {
            Files.createDirectories(folder);
            Path rooms = folder.resolve("salles-" + drawing.rooms() + ".csv");
            Files.write(rooms, inventory(drawing.rooms(), communes(root)), UTF_8);
            Path attendance = folder.resolve("frequentation-%d-%d.csv".formatted(drawing.count(), drawing.revision()));
            return new DrawnFiles(rooms, attendance, write(attendance, drawing));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sum write(Path file, Drawing drawing) throws IOException {
        Permutation order = new Permutation((long) drawing.rooms() * DAYS * ACTIVITIES.size(), drawing.seed());
        long presences = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(file, UTF_8)) {
            writer.write(COLUMNS + "\n");
            for (long place = 0; place < drawing.count(); place++) {
                Session session = drawing.at(order, place);
                writer.write(session.line() + "\n");
                presences += session.presences();
            }
        }
        return new Sum(drawing.count(), presences);
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

    /** The rooms are spread evenly over the communes. */
    private static List<String> inventory(int count, List<String> communes) {
        List<String> lines = new ArrayList<>(List.of(String.join(";", TableSchema.SALLES.leastHeader())));
        for (int i = 0; i < count; i++) {
            String commune = communes.get((int) ((long) i * communes.size() / count));
            lines.add(room(i) + ";Salle fictive " + room(i) + ";" + commune + ";;;;;REGION;2004-02-23;;" + (6 + i % 8)
                    + ";" + (40 + i % 60) + ";FIBRE;80;35;;0.4;oui;oui;oui;oui;non;MEDIATION_NUMERIQUE;");
        }
        return lines;
    }

    /** Identifier of a room: of a reconstitution, as its beginning tells the programs. */
    private static String room(int number) {
        return String.format(Locale.ROOT, "DEMO-B%05d", number);
    }
}
