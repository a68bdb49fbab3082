package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.latest;
import static fr.passerelle.proof.Deployments.said;
import static fr.passerelle.proof.Deployments.words;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.dataset.Dataset;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.test.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The guide of analysts, followed to the letter over one system with two runs and a decision between them; then what its files must never
 * give away, and what they must always say. A command whose tool is not on the machine is left out, and that is said.
 */
@Tag("proof")
@Story.Told
class AnalystsIT {

    private static final Guidebook GUIDE = Guidebook.at(Tree.root().resolve("docs/analysts.md"));
    private static final String MOTIVE = "Dossier complet";
    private static final String ACCOUNT = "c-48213";
    private static final long THRESHOLD = 11;
    private static final long FEW_REQUESTS = 5;

    @TempDir
    private static Path folder;

    @AutoClose
    private Deployment system;

    private AnalystsDesk desk;

    @BeforeAll
    void runTwoNightsAndDecideBetweenThem() throws IOException {
        system = Deployments.fresh("analysts");
        system.events(1);
        desk = new AnalystsDesk(system, folder);
        system.night(night());
        desk.export("salles", "salles-avant.csv");
        desk.export("frequentation", "frequentation-avant.csv");
        decide();
        system.night(night());
    }

    @Test
    void runsEachCommandOfTheGuide() {
        var commands = GUIDE.commands();

        assertThat(commands).hasSizeGreaterThan(15);
        commands.stream().filter(desk::hasToolsOf).forEach(desk::run);
    }

    @Test
    void runsEachQueryOfTheGuideOnTheFiles() throws SQLException {
        assertThat(GUIDE.queries()).hasSizeGreaterThan(4);
        for (var query : GUIDE.queries()) {
            assertThat(desk.duckdb(query)).as(query).isNotEmpty();
        }
    }

    @Test
    void givesAPastRunAgainToTheByte() throws IOException {
        desk.export("salles", "salles-encore.csv", "--run", "N-000001");
        desk.export("frequentation", "frequentation-encore.csv", "--run", "N-000001");

        for (var name : List.of("salles", "frequentation")) {
            assertThat(folder.resolve(name + "-encore.csv"))
                    .hasSameBinaryContentAs(folder.resolve(name + "-avant.csv"));
        }
    }

    @Test
    void saysOfEachRowThatItIsAReconstitution() {
        assertThat(desk.rows("salles.csv")).hasSizeGreaterThan(100).allSatisfy(row -> {
            assertThat(row.getField("donnees")).isEqualTo("reconstitution");
            assertThat(row.getField("execution")).isEqualTo("N-000002");
        });
        assertThat(Tree.read(desk.file("salles.csv-metadata.json")))
                .contains("RECONSTITUTION", latest(system, "result_hash"));
    }

    /** A sum is of what is published of its rooms: less them, nothing is left. */
    @Test
    void givesNoSmallNumberAwayToWhoSubtracts() {
        var totals = desk.rows("frequentation-epci-public.csv").stream()
                .collect(Collectors.toMap(AnalystsIT::month, row -> row));
        var months = desk.rows("frequentation-public.csv").stream().collect(Collectors.groupingBy(AnalystsIT::month));

        for (var measure : List.of("presences", "scolaires")) {
            assertThat(numbers(desk.rows("frequentation-public.csv"), measure))
                    .noneMatch(it -> it > 0 && it < THRESHOLD);
            months.forEach((month, rooms) -> {
                var total = Objects.requireNonNull(totals.get(month), month).getField(measure);
                assertThat(total.isEmpty() ? 0 : Long.parseLong(total))
                        .as(month)
                        .isEqualTo(sum(rooms, measure));
            });
        }
        assertThat(secrets("frequentation-public.csv")).isPositive();
    }

    @Test
    void keepsBackNothingButWhatItMust() {
        assertThat(secrets("frequentation-public.csv"))
                .isLessThan(desk.rows("frequentation-public.csv").size() / 2);
        assertThat(numbers(desk.rows("frequentation-epci-public.csv"), "presences")
                        .count())
                .isPositive();
    }

    @Test
    void namesNobody() throws IOException {
        desk.export("decisions", "decisions.csv");
        desk.export("decisions", "decisions-publiques.csv", "--public");

        assertThat(Tree.read(folder.resolve("decisions.csv"))).contains("CP-2017-7", MOTIVE);
        assertThat(Tree.read(folder.resolve("decisions-publiques.csv")))
                .contains("CP-2017-7")
                .doesNotContain(MOTIVE);
        assertThat(Tree.list(folder).stream().filter(Files::isRegularFile))
                .allSatisfy(
                        file -> assertThat(Tree.bytes(file)).as(file.toString()).doesNotContain(ACCOUNT));
    }

    @Test
    void showsTheSameInSqlAsInTheFiles() throws SQLException {
        assertThat(desk.sql(
                        "select id_salle || ';' || coalesce(note::text, '') || ';' || coalesce(proposition, '') || ';'"
                                + " || coalesce(fonctions, '') || ';' || coalesce(seances_par_mois::text, '')"
                                + " from analyses.salles order by id_salle collate \"C\""))
                .containsExactlyElementsOf(desk.rows("salles.csv").stream()
                        .map(row -> Stream.of("id_salle", "note", "proposition", "fonctions", "seances_par_mois")
                                .map(row::getField)
                                .collect(Collectors.joining(";")))
                        .toList());
        assertThat(desk.sql("select acte || ' ' || motif from analyses.decisions"))
                .containsExactly("CP-2017-7 " + MOTIVE);
    }

    @Test
    void putsOnTheNationalMapWhatWasDecidedAndWhatIsProposed() {
        var places = Tree.rows(Tree.read(folder.resolve("lieux-proposes.csv")), ',');

        assertThat(places).extracting(row -> row.getField("itinerance")).contains("Fixe", "Itinérant");
        assertThat(Tree.rows(Tree.read(folder.resolve("lieux.csv")), ',').stream()
                        .map(row -> row.getField("id")))
                .containsExactly("tiers-lieu-"
                        + system.text("select split_part(doc ->> 'seat', ':', 2) from passerelle.decision"));
        assertThat(places)
                .allSatisfy(
                        row -> assertThat(row.getField("presentation_detail")).startsWith("RECONSTITUTION"));
    }

    @Test
    void publishesTheAidThatWasNotifiedAsTheSchemaOfGrantsHasIt() {
        assertThat(Tree.rows(Tree.read(folder.resolve("subventions.csv")), ','))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getField("referenceDecision")).isEqualTo("CP-2017-7");
                    assertThat(row.getField("objet")).startsWith("EXERCICE, rien n'a été attribué");
                    assertThat(row.getField("montant"))
                            .isEqualTo(system.text("select aide_totale::text from analyses.decisions"));
                });
    }

    @Test
    void suitsTheLibraryOfTheNationalMap() {
        var checker = Tree.root().resolve("dev/mednum");
        if (!Files.isDirectory(checker.resolve("node_modules")) || !desk.succeeds("node --version")) {
            System.out.println("Laissé de côté : le standard national, vérifié par Node (npm ci --prefix dev/mednum).");
            return;
        }
        var schema = System.getenv().getOrDefault("PASSERELLE_STANDARD_MEDNUM", "");
        desk.run(new Guidebook.Command(
                "node %s lieux-proposes.csv %s".formatted(checker.resolve("verify.mjs"), schema), List.of(0)));
    }

    /** Each file of the folder is what the dataset is alone; nothing of the public folder is more than the public dataset. */
    @Test
    void takesEverythingAwayAsItIsOneByOne() throws IOException {
        var described = JsonMapper.shared().readTree(Tree.read(desk.file("jeux/datapackage.json")));

        assertThat(described.at("/passerelle/empreinte").asString()).isEqualTo(latest(system, "result_hash"));
        assertThat(described
                        .get("resources")
                        .valueStream()
                        .map(resource -> resource.get("name").asString()))
                .containsExactly(
                        Arrays.stream(Dataset.values()).map(Dataset::id).toArray(String[]::new));
        for (var name : List.of("salles", "frequentation-epci")) {
            assertThat("\uFEFF" + Tree.read(desk.file("jeux/" + name + ".csv")))
                    .isEqualTo(Tree.read(desk.file(name + ".csv")));
        }
        assertThat("\uFEFF" + Tree.read(desk.file("jeux-publics/frequentation.csv")))
                .isEqualTo(Tree.read(desk.file("frequentation-public.csv")));
        assertThat(numbers(Tree.rows(Tree.read(desk.file("jeux/besoins.csv")), ';'), "demandes"))
                .anyMatch(it -> it < FEW_REQUESTS);
        assertThat(numbers(Tree.rows(Tree.read(desk.file("jeux-publics/besoins.csv")), ';'), "demandes"))
                .isNotEmpty()
                .noneMatch(it -> it > 0 && it < FEW_REQUESTS);
        assertThat(Tree.read(desk.file("jeux-publics/decisions.csv")))
                .contains("CP-2017-7")
                .doesNotContain(MOTIVE);
    }

    /** From the folder alone, by its script; and not if a single file of it says something else. */
    @Test
    void letsSomebodyElseFindTheHashAgain() throws IOException {
        var again = "JAVA_HOME='" + System.getProperty("java.home") + "' sh kit/recalculer";

        Path old = Files.createDirectories(desk.file("vieux/bin")).resolve("java");
        Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"17.0.1\"' >&2\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        desk.run(new Guidebook.Command("JAVA_HOME=vieux sh kit/recalculer 2>&1 | grep 'un JDK 21'", List.of(1)));

        desk.run(new Guidebook.Command(again, List.of(0)));
        assertThat(Tree.bytes(desk.file("kit/journal.avro")))
                .contains("CP-2017-7")
                .doesNotContain(ACCOUNT, MOTIVE);
        assertThat(Tree.read(desk.file("kit/execution.json"))).contains(latest(system, "result_hash"));

        var bareme = desk.file("kit/bareme.yaml");
        Files.writeString(bareme, Tree.read(bareme).replace("seuil: {valeur: 50", "seuil: {valeur: 51"));
        desk.run(new Guidebook.Command(again, List.of(1)));
    }

    private static long sum(List<NamedCsvRecord> rows, String measure) {
        return numbers(rows, measure).mapToLong(Long::longValue).sum();
    }

    private static Stream<Long> numbers(List<NamedCsvRecord> rows, String measure) {
        return rows.stream()
                .map(row -> row.getField(measure))
                .filter(cell -> !cell.isEmpty())
                .map(Long::valueOf);
    }

    private long secrets(String name) {
        return desk.rows(name).stream()
                .filter(row -> row.getField("secret").equals("oui"))
                .count();
    }

    private static String month(NamedCsvRecord row) {
        return row.getField("epci_siren") + " " + row.getField("mois");
    }

    private void decide() {
        var epci = system.text(
                "select min(epci_siren) from analyses.plans where siege_id is not null and aide_totale > 0");
        said(system, "decide %s notified --act CP-2017-7 --date 2017-12-15 --why %s --by %s", epci, MOTIVE, ACCOUNT);
    }

    /** The demonstration since 2015: what its window needs, and some months before it. */
    private static List<String> night() {
        var register = Tree.write(
                folder.resolve("releves.csv"),
                Inputs.register(rows -> rows.filter(line -> line.matches(".*;201[567]-\\d\\d-\\d\\d;.*"))));
        return words(
                "nightly --rooms %s --intercommunalites %s --sites %s --besoins %s --attendance %s",
                Inputs.demonstration("salles.csv"),
                Inputs.demonstration("intercommunalites.csv"),
                Inputs.demonstration("sites.csv"),
                Inputs.demonstration("besoins.csv"),
                register);
    }

    /** Where an analyst works: a folder of exports, the launcher pointed at a living system, and the tools of the machine. */
    private static final class AnalystsDesk {

        /** Each tool of the guide, and what succeeds where it is. */
        private static final Map<String, String> TOOLS =
                Map.of("psql", "psql --version", "kcat", "kcat -V", "python3", "python3 -c 'import avro.io'");

        private static final String OWN_PATH = "export PATH=/usr/bin:$PATH; ";

        private final Deployment system;
        private final Path folder;
        private final Terminal terminal;

        /** In an empty folder: what the launcher reads is written under {@code var} there. */
        AnalystsDesk(Deployment system, Path folder) throws IOException {
            this.system = system;
            this.folder = folder;
            this.terminal = Terminal.in(folder, Tree.root());
            tellTheLauncher();
            learnTheWords();
        }

        private void tellTheLauncher() throws IOException {
            var properties = new LinkedHashMap<>(system.endpoints().properties());
            properties.put("passerelle.namespace", system.namespace());
            properties.put("passerelle.partitions", system.properties().get("passerelle.partitions"));
            Files.createDirectories(folder.resolve("var/secret"));
            Files.writeString(
                    folder.resolve("var/passerelle.properties"),
                    properties.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining("\n")));
            system.endpoints().writeForKcat(folder.resolve("var/secret/kcat.conf"));
            Files.writeString(
                    folder.resolve("var/secret/passerelle_analyst"),
                    system.endpoints().analyst().password());
        }

        /** What the guide says of a machine where nothing else runs, as it is here. */
        private void learnTheWords() {
            var there = system.endpoints();
            terminal.means("PORT_POSTGRESQL", there.postgresUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
            terminal.means("PORT_REGISTRE", there.registryUrl().replaceFirst(".*:", ""));
            terminal.means("passerelle_analyst passerelle ", "passerelle_analyst " + system.namespace() + " ");
            terminal.means("passerelle.plans", system.namespace() + ".plans");
            terminal.means(
                    "docs/lire_avro.py",
                    Tree.root().resolve("docs/lire_avro.py").toString());
        }

        /** Exports a CSV, whatever the guide does. */
        void export(String dataset, String name, String... more) {
            var line = "export %s --format csv --force --output %s " + String.join(" ", more);
            said(system, line.strip(), dataset, file(name));
        }

        Path file(String name) {
            return folder.resolve(name);
        }

        List<NamedCsvRecord> rows(String name) {
            return Tree.rows(Tree.read(file(name)), ';');
        }

        /** Whether this machine can run a command; says which tool it lacks. */
        boolean hasToolsOf(Guidebook.Command command) {
            var missing = TOOLS.entrySet().stream()
                    .filter(tool -> command.line().matches("(?s)(.*[ |])?" + tool.getKey() + " .*"))
                    .filter(tool -> !succeeds(tool.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!missing.isEmpty()) {
                System.out.println("Laissé de côté, il manque " + missing + " : " + command.line());
            }
            return missing.isEmpty();
        }

        boolean succeeds(String line) {
            return terminal.start(OWN_PATH + line, Map.of()).end() == 0;
        }

        void run(Guidebook.Command command) {
            var program = terminal.run(
                    OWN_PATH + "set -o pipefail; " + command.line(),
                    command.codes().toArray(Integer[]::new));
            assertThat(program.output()).as(command.line()).isNotBlank();
        }

        /** The first column of a query of DuckDB on the files. */
        List<String> duckdb(String query) throws SQLException {
            try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                    var statement = connection.createStatement()) {
                statement.execute("set file_search_path = '" + folder + "'");
                try (var found = statement.executeQuery(query)) {
                    var rows = new ArrayList<String>();
                    while (found.next()) {
                        rows.add(String.valueOf(found.getString(1)));
                    }
                    return rows;
                }
            }
        }

        /** The first column of a query in the database, as the analysts' role. */
        List<String> sql(String query) throws SQLException {
            var there = system.endpoints();
            return new TestServers(there, system.namespace()).firstColumn(there.analyst(), query);
        }
    }
}
