package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** However the same facts arrived, the same proposals come out: order, corrections, moves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamenessIT {

    private static final Path WORKED = Tree.root().resolve("dev/proof/src/test/resources/worked");
    /** Five presences in May 2016, which the wrong file takes for ninety. */
    private static final String CAS_4_IN_MAY = "^(;CAS-4;2016-05-01;.*;)5(;6;.*)$";

    private static final String ROOM_MOVED_FROM = ";02799;";
    private static final String ROOM_MOVED_TO = ";02058;";

    private static final String JOURNALLED_ROWS =
            "select count(*) from passerelle.journal where type = 'MonthReported'";

    private Path folder = Path.of("");

    private String reference = "";
    private String afterAMove = "";
    private List<String> moved = List.of();

    @BeforeAll
    void computeTheReferenceThenMoveARoom(@TempDir Path own) throws IOException {
        folder = own;
        moved = night(
                changed(
                        "salles.csv",
                        row -> row.startsWith("CAS-3") ? row.replace(ROOM_MOVED_FROM, ROOM_MOVED_TO) : row),
                WORKED.resolve("frequentation.csv"));
        var hashes = hashesAfter(List.of(Inputs.workedCases(), moved));
        reference = hashes.getFirst();
        afterAMove = hashes.getLast();
    }

    @Test
    void doesNotDependOnTheOrderOfRoomsNorOnThatOfFilesThatShareNoKey() throws IOException {
        var rooms = shuffled("salles.csv", 1);
        var rows = rows("frequentation.csv");
        var odd = write(
                "impairs.csv",
                header("frequentation.csv"),
                rows.stream().filter(row -> !row.contains("CAS-2")).toList());
        var even = write(
                "pairs.csv",
                header("frequentation.csv"),
                rows.stream().filter(row -> row.contains("CAS-2")).toList());

        var oneWay = hashesAfter(List.of(night(rooms, odd, even))).getLast();
        var theOther = hashesAfter(List.of(night(rooms, even, odd))).getLast();

        assertThat(oneWay).isEqualTo(reference);
        assertThat(theOther).isEqualTo(reference);
    }

    @Test
    void doesNothingTheSecondTimeAndEmitsNothingWhenForced() {
        try (var system = Deployments.fresh("repeat")) {
            system.events(1);
            var first = system.night(Inputs.workedCases()).get("resultHash");
            var runs = system.number("select count(*) from passerelle.run");
            var records = system.number(JOURNALLED_ROWS);
            var proposals = new Log(system).proposals();

            var second = system.night(Inputs.workedCases());
            assertThat(second.get("resultHash")).isEqualTo(first);
            assertThat(system.number("select count(*) from passerelle.run")).isEqualTo(runs);

            var forced = system.night(forced(Inputs.workedCases()));
            assertThat(forced.get("resultHash")).isEqualTo(first);
            assertThat(system.number("select count(*) from passerelle.run")).isEqualTo(runs + 1);
            assertThat(new Log(system).proposals()).isEqualTo(proposals);
            assertThat(system.number(JOURNALLED_ROWS)).isEqualTo(records);
        }
    }

    private static List<String> forced(List<String> night) {
        return Stream.concat(night.stream(), Stream.of("--force")).toList();
    }

    @Test
    void takesACorrectionAsIfTheRightNumberHadComeFirst() throws IOException {
        var right = Inputs.workedCases();
        var wrong = night(
                WORKED.resolve("salles.csv"),
                changed("frequentation.csv", row -> row.replaceFirst(CAS_4_IN_MAY, "$1" + 90 + "$2")));

        var hashes = hashesAfter(List.of(wrong, right, wrong, right));

        assertThat(hashes.get(0)).isNotEqualTo(reference);
        assertThat(hashes.get(1)).isEqualTo(reference);
        assertThat(hashes.get(2)).isEqualTo(hashes.get(0));
        assertThat(hashes.get(3)).isEqualTo(reference);
    }

    @Test
    void givesARoomThatChangesEpciWhatAFreshImportWould() {
        var fresh = hashesAfter(List.of(moved)).getLast();

        assertThat(fresh).isNotEqualTo(reference);
        assertThat(afterAMove).isEqualTo(fresh);
    }

    /** The hashes of a fresh system after each of these nights. */
    private static List<String> hashesAfter(List<List<String>> nights) {
        try (var system = Deployments.fresh("sameness")) {
            system.events(1);
            return nights.stream()
                    .map(system::night)
                    .map(report -> report.get("resultHash").asString())
                    .toList();
        }
    }

    private static List<String> night(Path rooms, Path... attendance) {
        var arguments = new ArrayList<>(List.of("nightly", "--rooms", rooms.toString()));
        for (Path file : attendance) {
            arguments.addAll(List.of("--attendance", file.toString()));
        }
        arguments.addAll(List.of(
                "--intercommunalites", WORKED.resolve("intercommunalites.csv").toString()));
        return arguments;
    }

    private Path shuffled(String file, long seed) throws IOException {
        var rows = new ArrayList<>(rows(file));
        Collections.shuffle(rows, new Random(seed));
        return write("ordre-" + file, header(file), rows);
    }

    private Path changed(String file, UnaryOperator<String> change) throws IOException {
        var before = rows(file);
        var after = before.stream().map(change).toList();
        assertThat(after).as("the change changes something").isNotEqualTo(before);
        return write("autre-" + file, header(file), after);
    }

    private Path write(String name, String header, List<String> rows) throws IOException {
        return Files.writeString(folder.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
    }

    private static String header(String file) throws IOException {
        return Files.readAllLines(WORKED.resolve(file)).getFirst();
    }

    private static List<String> rows(String file) throws IOException {
        var lines = Files.readAllLines(WORKED.resolve(file));
        return lines.subList(1, lines.size());
    }
}
