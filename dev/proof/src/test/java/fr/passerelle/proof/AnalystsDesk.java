package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an analyst works: a folder of exports, the launcher pointed at a living system, and the tools of the machine. */
final class AnalystsDesk {

    /** Each tool of the guide, and what succeeds where it is. */
    private static final Map<String, String> TOOLS =
            Map.of("psql", "psql --version", "kcat", "kcat -V", "python3", "python3 -c 'import avro.io'");

    private final Deployment system;
    private final Path folder;
    private final Map<String, String> words = new LinkedHashMap<>();

    private AnalystsDesk(Deployment system, Path folder) {
        this.system = system;
        this.folder = folder;
    }

    /** In an empty folder: what the launcher reads is written under {@code var} there. */
    static AnalystsDesk in(Path folder, Deployment system) throws IOException {
        var desk = new AnalystsDesk(system, folder);
        desk.tellTheLauncher();
        desk.learnTheWords();
        return desk;
    }

    private void tellTheLauncher() throws IOException {
        Files.createDirectories(Tree.root().resolve("target"));
        Files.write(Tree.root().resolve("target/.built"), new byte[0]);
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
        words.put("PORT_POSTGRESQL", there.postgresUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
        words.put("PORT_REGISTRE", there.registryUrl().replaceFirst(".*:", ""));
        words.put("passerelle_analyst passerelle ", "passerelle_analyst " + system.namespace() + " ");
        words.put("passerelle.plans", system.namespace() + ".plans");
        words.put("docs/lire_avro.py", Tree.root().resolve("docs/lire_avro.py").toString());
        words.put("./passerelle", Tree.root().resolve("passerelle").toString());
    }

    /** Exports a CSV, whatever the guide does. */
    void export(String dataset, String name, String... more) {
        var fixed = Stream.of(
                "export",
                dataset,
                "--format",
                "csv",
                "--force",
                "--output",
                file(name).toString());
        var program = system.batch(Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
        assertThat(program.end()).as(program.output() + program.errors()).isZero();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    List<NamedCsvRecord> rows(String name) {
        return CsvRows.of(file(name), ';');
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
        return shell(line).end() == 0;
    }

    void run(Guidebook.Command command) {
        var spoken = command.line();
        for (var word : words.entrySet()) {
            spoken = spoken.replace(word.getKey(), word.getValue());
        }
        var program = shell("set -o pipefail; " + spoken);
        var code = program.end();
        assertThat(command.codes())
                .as(command.line() + "\n" + program.output() + program.errors())
                .contains(code);
        assertThat(program.output()).as(command.line()).isNotBlank();
    }

    private Program shell(String line) {
        return Deployments.shell(
                "cd '" + folder + "' && " + line,
                Map.of("PASSERELLE_VAR", file("var").toString(), "PATH", "/usr/bin:" + System.getenv("PATH")));
    }

    /** The first column of a query of DuckDB on the files. */
    List<String> duckdb(String query) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("set file_search_path = '" + folder + "'");
            try (var found = statement.executeQuery(query)) {
                return first(found);
            }
        }
    }

    /** The first column of a query in the database, as the analysts' role. */
    List<String> sql(String query) throws SQLException {
        var there = system.endpoints();
        try (var connection = DriverManager.getConnection(
                        there.postgresUrl(),
                        there.analyst().user(),
                        there.analyst().password());
                var found = connection.createStatement().executeQuery(query)) {
            return first(found);
        }
    }

    private static List<String> first(ResultSet found) throws SQLException {
        var rows = new ArrayList<String>();
        while (found.next()) {
            rows.add(String.valueOf(found.getString(1)));
        }
        return rows;
    }
}
