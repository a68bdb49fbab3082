package fr.passerelle.demo.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reconstruction holds to what was published of the network. */
class PublishedFiguresTest {

    @Test
    void holdsAsManyRoomsAsTheNetworkHad() {
        assertThat(CommittedData.rooms()).hasSizeBetween(140, 150);
    }

    @Test
    void namesTheKnownRoomsAndNoOther() throws IOException {
        List<String> known = PublicFacts.read(CommittedData.ROOT).known().stream()
                .map(PublicFacts.KnownRoom::name)
                .toList();

        List<String> names =
                CommittedData.rooms().stream().map(row -> row.getField("nom")).toList();

        assertThat(known).hasSize(18);
        assertThat(names).startsWith(known.toArray(String[]::new));
        assertThat(names.subList(known.size(), names.size())).allMatch(name -> name.matches("Salle fictive \\d{3}"));
        assertThat(CommittedData.rooms())
                .allMatch(row -> row.getField("id_salle").matches("DEMO-\\d{3}"));
    }

    @Test
    void countsSeventyFiveToAHundredThousandPresencesEachYear() {
        Map<String, Integer> byYear = new TreeMap<>();
        CommittedData.presences()
                .forEach(row ->
                        byYear.merge(row.getField("periode_debut").substring(0, 4), presences(row), Integer::sum));

        assertThat(byYear.keySet()).contains("2008", "2016", "2017");
        byYear.remove("2017");
        assertThat(byYear.values()).allMatch(sum -> sum >= 75_000 && sum <= 100_000);

        int sum = sumWhere(row -> row.getField("periode_debut").compareTo("2016-11-01") >= 0);

        assertThat(sum).isBetween(75_000, 100_000);
    }

    @Test
    void countsTheSevenThousandOfChateauThierry() {
        Set<String> rooms = CommittedData.rooms().stream()
                .filter(row -> row.getField("code_insee").startsWith("02")
                        && !row.getField("nom").startsWith("Salle"))
                .filter(row -> !row.getField("nom").contains("Tergnier"))
                .map(row -> row.getField("id_salle"))
                .collect(Collectors.toSet());

        int sum = sumWhere(row -> rooms.contains(row.getField("id_salle"))
                && row.getField("periode_debut").startsWith("2016"));

        assertThat(rooms).hasSize(15);
        assertThat(sum).isBetween(6_500, 7_500);
    }

    @Test
    void countsDistinctPeopleInThreeRoomsOfFive() {
        Set<String> rooms = CommittedData.yearlyCounts().stream()
                .map(row -> row.getField("id_salle"))
                .collect(Collectors.toSet());

        assertThat(rooms.size() / (double) CommittedData.rooms().size()).isBetween(0.5, 0.7);
    }

    @Test
    void givesCostsForAThirdOfTheEpcisThatHaveRooms() throws IOException {
        PublicFacts facts = PublicFacts.read(CommittedData.ROOT);
        Set<String> epcis = CommittedData.rooms().stream()
                .map(row -> facts.commune(row.getField("code_insee")).epci())
                .collect(Collectors.toSet());

        long withCosts = CommittedData.dossiers().stream()
                .filter(row -> epcis.contains(row.getField("epci_siren")))
                .filter(row -> row.getFields().subList(8, 14).stream().anyMatch(cost -> !cost.isEmpty()))
                .count();

        assertThat(withCosts / (double) epcis.size()).isBetween(0.28, 0.39);
    }

    @Test
    void plantsRejectsOfManyKinds() {
        List<NamedCsvRecord> rejects = CommittedData.anomalies("REJET");

        assertThat(rejects).hasSizeBetween(20, 50);
        assertThat(rejects.stream().map(row -> row.getField("detail")).distinct())
                .hasSizeGreaterThan(12);
    }

    private static int sumWhere(Predicate<NamedCsvRecord> condition) {
        return CommittedData.presences().stream()
                .filter(condition)
                .mapToInt(PublishedFiguresTest::presences)
                .sum();
    }

    private static int presences(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("presences"));
    }

    @Test
    void writesTheCommittedFilesAgainByteForByte(@TempDir Path folder) throws IOException {
        Reconstruction.write(CommittedData.ROOT, folder);

        for (String file : List.of(
                "salles.csv",
                "frequentation.csv",
                "intercommunalites.csv",
                "sites.csv",
                "territoires.csv",
                "besoins.csv",
                "ANOMALIES.csv")) {
            assertThat(folder.resolve(file)).as(file).hasSameBinaryContentAs(CommittedData.FOLDER.resolve(file));
        }
    }

    /** The committed files, without the rows planted to be rejected. */
    private static final class CommittedData {

        static final Path ROOT = Path.of(System.getProperty("passerelle.root", "../.."));
        static final Path FOLDER = ROOT.resolve("dev/demo/data");

        private CommittedData() {}

        static List<NamedCsvRecord> rooms() {
            return accepted("salles.csv");
        }

        static List<NamedCsvRecord> dossiers() {
            return accepted("intercommunalites.csv");
        }

        /** Rows of the register that count presences: neither rejects nor lines of totals, nor second entries. */
        static List<NamedCsvRecord> presences() {
            Set<String> doubled = anomalies("DOUBLE_ENTRY").stream()
                    .map(row -> row.getField("sujet"))
                    .collect(Collectors.toSet());
            return accepted("frequentation.csv").stream()
                    .filter(row -> !row.getField("presences").isEmpty()
                            && !row.getField("activite").equals("TOTAL"))
                    .filter(row -> !(doubled.contains(row.getField("id_salle"))
                            && row.getField("grain").equals("MOIS")
                            && row.getField("periode_debut").startsWith("2016")))
                    .toList();
        }

        static List<NamedCsvRecord> yearlyCounts() {
            return accepted("frequentation.csv").stream()
                    .filter(row -> !row.getField("personnes_distinctes").isEmpty())
                    .toList();
        }

        static List<NamedCsvRecord> anomalies(String nature) {
            return read("ANOMALIES.csv").stream()
                    .filter(row -> row.getField("nature").equals(nature))
                    .toList();
        }

        private static List<NamedCsvRecord> accepted(String file) {
            Set<Long> rejected = new HashSet<>();
            anomalies("REJET").stream()
                    .filter(row -> row.getField("fichier").equals(file))
                    .forEach(row -> rejected.add(Long.parseLong(row.getField("ligne"))));
            return read(file).stream()
                    .filter(row -> !rejected.contains(row.getStartingLineNumber()))
                    .toList();
        }

        private static List<NamedCsvRecord> read(String file) {
            char separator = ';';
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(FOLDER.resolve(file))) {
                return reader.stream().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
