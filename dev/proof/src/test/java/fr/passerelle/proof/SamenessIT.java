package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.hash;
import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.fixture.OtherFacts;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.schemas.table.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However the same facts arrived, the same proposals come out: order, corrections, moves; and EPCIs that merge or split give what a fresh
 * import under the new facts would, and keep what was decided.
 */
@Story
class SamenessIT {

    /** Five presences in May 2016, which the wrong file takes for ninety. */
    private static final String CAS_4_IN_MAY = "^(;CAS-4;2016-05-01;.*;)5(;6;.*)$";

    private static final String ROOM_MOVED_FROM = ";02799;";
    private static final String ROOM_MOVED_TO = ";02058;";
    private static final String JOURNALLED_ROWS = "journal where type = 'MonthReported'";
    private static final String DECISIONS = "journal where type = 'DecisionRecorded'";

    /** Canton d'Oulchy-le-Château, with rooms at Oulchy (02580) and Vierzy (02799); Chemin des Dames, with one at Beaurieux (02058). */
    private static final String OULCHY = "240200519";

    private static final String DAMES = "240200592";
    private static final String MERGED = "200099999";
    private static final String REST = "200099998";

    private Path folder = Path.of("");
    private String reference = "";
    private String afterAMove = "";
    private List<String> moved = List.of();
    private List<String> withPlaces = List.of();

    @BeforeAll
    void computeTheReferenceThenMoveARoom(@TempDir Path own) {
        folder = own;
        moved = night(
                changed(
                        "salles.csv",
                        row -> row.startsWith("CAS-3") ? row.replace(ROOM_MOVED_FROM, ROOM_MOVED_TO) : row),
                Inputs.WORKED.resolve("frequentation.csv"));
        var hashes = hashesAfter(List.of(Inputs.workedCases(), moved));
        reference = hashes.getFirst();
        afterAMove = hashes.getLast();
        withPlaces = Inputs.and(
                Inputs.workedCases(),
                "--sites",
                write(
                        "sites.csv",
                        Csv.table(
                                TableSchema.SITES,
                                "SITE-1;Site inventé;02799;;120;FIBRE;100;0.5;oui;oui;;oui;oui;COWORKING")),
                "--territoires",
                write("territoires.csv", """
                    code_insee;deficit_acces;fiche_action
                    02799;oui;Fiche 1
                    02058;oui;
                    02580;non;
                    """));
    }

    @Test
    void doesNotDependOnTheOrderOfRoomsNorOnThatOfFilesThatShareNoKey() {
        var rooms = shuffled("salles.csv", 1);
        var odd = part("impairs.csv", row -> !row.contains("CAS-2"));
        var even = part("pairs.csv", row -> row.contains("CAS-2"));

        var oneWay = hashesAfter(List.of(night(rooms, odd, even))).getLast();
        var theOther = hashesAfter(List.of(night(rooms, even, odd))).getLast();

        assertThat(oneWay).isEqualTo(reference);
        assertThat(theOther).isEqualTo(reference);
    }

    @Test
    void doesNothingTheSecondTimeAndEmitsNothingWhenForced() {
        try (var system = Deployments.published("repeat", Inputs.workedCases())) {
            var runs = count(system, "run");
            var records = count(system, JOURNALLED_ROWS);
            var proposals = new Log(system).proposals();

            assertThat(hash(system, Inputs.workedCases())).isEqualTo(reference);
            assertThat(count(system, "run")).isEqualTo(runs);

            assertThat(hash(system, Inputs.forced())).isEqualTo(reference);
            assertThat(count(system, "run")).isEqualTo(runs + 1);
            assertThat(new Log(system).proposals()).isEqualTo(proposals);
            assertThat(count(system, JOURNALLED_ROWS)).isEqualTo(records);
        }
    }

    @Test
    void takesACorrectionAsIfTheRightNumberHadComeFirst() {
        var right = Inputs.workedCases();
        var wrong = night(
                Inputs.WORKED.resolve("salles.csv"),
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

    @Test
    void mergesTwoEpcisAsAFreshImportWould() {
        assertThatItIsAsFresh(OtherFacts.merged(MERGED, OULCHY, DAMES));
    }

    @Test
    void splitsAnEpciAsAFreshImportWould() {
        Path facts = OtherFacts.merged(REST, OULCHY);
        OtherFacts.change(
                facts, "communes-picardie.csv", row -> row.startsWith("02799,") ? row.replace(REST, DAMES) : row);

        assertThatItIsAsFresh(facts);
    }

    @Test
    void carriesWhatWasNotifiedOnceToTheNewEpci() {
        Path facts = OtherFacts.merged(MERGED, OULCHY, DAMES);
        try (var system = Deployments.published("merger-decisions", withPlaces)) {
            said(system, "decide %s notified --act 2018-41 --date 2018-01-10 --why vote", OULCHY);
            said(system, "decide %s notified --act 2018-42 --date 2018-01-10 --why vote", DAMES);

            system.night(under(facts));
            system.night(Inputs.and(under(facts), "--force"));

            assertThat(count(system, DECISIONS)).isEqualTo(4);
            assertThat(count(system, DECISIONS + " and epci = '" + MERGED + "'"))
                    .isEqualTo(2);
            assertThat(system.text(
                            "select doc -> 'conflits' from passerelle.current_result where type = 'PLAN' and id = '"
                                    + MERGED + "'"))
                    .contains("2018-41", "2018-42");
            assertThat(new Log(system).duplicates()).isEmpty();
        }
    }

    private void assertThatItIsAsFresh(Path facts) {
        var after = under(facts);
        var fresh = hashesAfter(List.of(after)).getLast();

        try (Deployment system = Deployments.fresh("merger")) {
            system.events(1);
            var unmerged = hash(system, withPlaces);
            assertThat(hash(system, after)).isEqualTo(fresh).isNotEqualTo(unmerged);
            assertThat(count(system, "current_result where not withdrawn and epci = '" + OULCHY + "'"))
                    .isZero();
            assertThat(count(system, "site where epci <> '" + OULCHY + "'")).isEqualTo(1);
            assertThat(new Log(system).duplicates()).isEmpty();
        }
    }

    /** The hashes of a fresh system after each of these nights. */
    private static List<String> hashesAfter(List<List<String>> nights) {
        try (var system = Deployments.fresh("sameness")) {
            system.events(1);
            return nights.stream().map(night -> hash(system, night)).toList();
        }
    }

    private static List<String> night(Path rooms, Path... attendance) {
        var night = new ArrayList<>(Inputs.with(Inputs.workedCases(), "--rooms", rooms));
        night.removeLast();
        List.of(attendance).forEach(file -> night.add(file.toString()));
        return night;
    }

    private Path shuffled(String file, long seed) {
        var rows = new ArrayList<>(rows(file));
        Collections.shuffle(rows, new Random(seed));
        return written("ordre-" + file, file, rows);
    }

    private Path changed(String file, UnaryOperator<String> change) {
        var before = rows(file);
        var after = before.stream().map(change).toList();
        assertThat(after).as("the change changes something").isNotEqualTo(before);
        return written("autre-" + file, file, after);
    }

    private Path part(String name, Predicate<String> wanted) {
        var file = "frequentation.csv";
        return written(name, file, rows(file).stream().filter(wanted).toList());
    }

    private Path written(String name, String header, List<String> rows) {
        var head = Tree.read(Inputs.WORKED.resolve(header)).lines().findFirst().orElseThrow();
        return Path.of(write(name, head + "\n" + String.join("\n", rows) + "\n"));
    }

    private static List<String> rows(String file) {
        var lines = Tree.read(Inputs.WORKED.resolve(file)).lines().toList();
        return lines.subList(1, lines.size());
    }

    /** The same files under these facts; of the EPCIs that are no more, the file intercommunalites says the same of the new one. */
    private List<String> under(Path facts) {
        var of = Tree.read(facts.resolve("epci-picardie.csv")).contains(MERGED) ? MERGED : REST;
        var told = Tree.read(Inputs.WORKED.resolve("intercommunalites.csv")).replace(OULCHY, of);
        var file = Path.of(write(of + ".csv", told));
        return Inputs.and(Inputs.with(withPlaces, "--intercommunalites", file), "--passerelle.facts=" + facts);
    }

    private String write(String name, String text) {
        return Tree.write(folder.resolve(name), text).toString();
    }
}
