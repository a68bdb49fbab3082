package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.ended;
import static fr.passerelle.proof.Deployments.killed;
import static fr.passerelle.proof.Deployments.words;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.proof.Planted.Canary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * I9: no person enters. A canary is planted in every kind of place of the inputs; runs are published, refused, killed, restarted and given
 * up; then all that was kept and said is searched, and the same search finds a harmless word that was planted beside.
 */
@Story
class NobodyIT {

    private static final int WRONG_USE = 2;

    @TempDir
    private static Path folder;

    private final Haystack haystack = new Haystack();
    private final Haystack paths = new Haystack();
    private final List<String> letIn = new ArrayList<>();

    @AutoClose
    private final Deployment system = Deployments.fresh("nobody");

    @BeforeAll
    void liveThroughEverything() {
        var planted = new Planted(folder);
        var night = planted.night();
        giveUpARunThatFails(night);
        var events = system.events(1);
        var killed = system.batchStoppedAt("before-publish", night);
        killed(killed);
        said("killed night", killed);
        said("restart", ended(system, 3, "restart N-000002"));
        planted.refused().forEach(this::refused);
        Planted.told().forEach(this::refusedCommand);
        useTheConsole();
        export();
        failInTheDatabase();
        said("events", events);
        gather();
    }

    @Test
    void findsAHarmlessWordWhereverItWasLetIn() {
        assertThat(places("table passerelle.", Canary::harmlessIn))
                .contains("table passerelle.journal", "table passerelle.reject");
        assertThat(places("topic ", Canary::harmlessIn)).contains("topic " + system.namespace() + ".transitions");
        assertThat(places("said rejects", Canary::harmlessIn)).isNotEmpty();
        assertThat(places("file ", Canary::harmlessIn))
                .anyMatch(place -> place.endsWith("rejets.csv"))
                .anyMatch(place -> place.endsWith("rejets.xlsx"))
                .anyMatch(place -> place.endsWith("postgresql.log"));
        assertThat(places("file ", text -> text.contains(system.namespace())))
                .anyMatch(place -> place.endsWith("kafka.log"));
    }

    @Test
    void masksAndCountsWhatItMet() {
        assertThat(count(system, "correction where code = 'PERSONNE_MASQUEE'")).isGreaterThanOrEqualTo(3);
        assertThat(count(system, "correction where code = 'ACTIVITE_AUTRE'")).isGreaterThanOrEqualTo(3);
        assertThat(count(system, "reject where reason = 'NOM_PERSONNE'")).isGreaterThanOrEqualTo(2);
        assertThat(count(system, "reject where reason = 'IDENTIFIANT_PERSONNE'"))
                .isGreaterThanOrEqualTo(5);
        assertThat(system.text("select cells ->> 'rejet_sha256' from passerelle.reject where reason = 'COLONNES'"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    @Tag("I9")
    void refusesWhateverSaysSomebodyWhereItIsKeptAsItStands() {
        assertThat(letIn).isEmpty();
    }

    @Test
    void tellsTheNightsColumnsThatWereLetInAndKeepsThePathsInTheirPlaceAlone() {
        assertThat(haystack.at("said restart"))
                .contains("Lignes dont l'activité, hors du vocabulaire, est devenue AUTRE : ")
                .contains("« Intervenant » (toujours une association)");

        assertThat(paths.places())
                .anyMatch(place -> !Canary.tracesIn(paths.at(place)).isEmpty());
    }

    @Test
    @Tag("I9")
    void letsNobodyIn() {
        assertThat(haystack.places())
                .allSatisfy(place -> assertThat(Canary.tracesIn(haystack.at(place)))
                        .as(() -> place + "\n" + Canary.linesIn(haystack.at(place)))
                        .isEmpty());
    }

    private void giveUpARunThatFails(List<String> night) {
        said("failed night", ended(system, 1, night));
        paths.addFiles(system.directory().resolve("inputs"), file -> true);
        said(
                "abandon",
                ended(system, 0, "abandon N-000001 --reason %s", "Demandé par " + Canary.NAME + " puis " + Canary.ALL));
    }

    private void refused(List<String> attendance) {
        var night = words("nightly --rooms %s --attendance", Inputs.WORKED.resolve("salles.csv"));
        refusedCommand(Stream.concat(night.stream(), attendance.stream()).toList());
    }

    private void refusedCommand(List<String> command) {
        var program = system.batch(Map.of(), command);
        if (program.end() != WRONG_USE) {
            letIn.add(String.join(" ", command));
        }
        said("refused command", program);
    }

    private void useTheConsole() {
        try (var console =
                ConsoleProgram.start(ConsoleSystem.withOperator(system.properties()), ConsoleSystem.PASSWORD)) {
            letIn.addAll(new Planted.PlantedForms(console.home()).fill());
            said("console", console.log());
        }
    }

    private void export() {
        said("rejects", ended(system, 0, "rejects"));
        said("rejects as json", ended(system, 0, "rejects --json"));
        said("corrections", ended(system, 0, "rejects --corrections --json"));
        ended(system, 0, "rejects --csv %s", out("rejets.csv"));
        ended(system, 0, "rejects --corrections --csv %s", out("corrections.csv"));
        ended(system, 0, "rejects --xlsx %s", out("rejets.xlsx"));
        said("runs", ended(system, 0, "runs"));
    }

    /** The server logs the statement that fails: proof that its log is searched. */
    private void failInTheDatabase() {
        assertThatExceptionOfType(LocalFault.class)
                .isThrownBy(() -> system.change("select \"" + Canary.HARMLESS + "\""))
                .satisfies(expected -> said("failure", String.valueOf(expected.getMessage())));
    }

    private void gather() {
        haystack.addDatabase(system);
        haystack.addTopics(system);
        haystack.addFiles(folder.resolve("out"), file -> true);
        haystack.addFiles(system.directory(), file -> !file.toString().endsWith(".path"));
        haystack.addFiles(
                Tree.root().resolve("target/servers"), file -> file.toString().contains("/log/"));
    }

    private List<String> places(String kind, Predicate<String> found) {
        return haystack.places().stream()
                .filter(place -> place.startsWith(kind))
                .filter(place -> found.test(haystack.at(place)))
                .toList();
    }

    private void said(String what, Program program) {
        said(what, program.output() + "\n" + program.errors());
    }

    private void said(String what, String text) {
        haystack.add("said " + what, text);
    }

    private static String out(String name) {
        return PrivateFiles.unchecked(() -> Files.createDirectories(folder.resolve("out")))
                .resolve(name)
                .toString();
    }

    /** All that a system keeps and says, as texts by the place where they stand. */
    private static final class Haystack {

        private static final Duration POLL = Duration.ofMillis(200);
        private static final String TABLES = """
            select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
            where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'\
            """;

        private final Map<String, StringBuilder> texts = new LinkedHashMap<>();

        Set<String> places() {
            return texts.keySet();
        }

        String at(String place) {
            return String.valueOf(texts.get(place));
        }

        void add(String place, String text) {
            texts.computeIfAbsent(place, none -> new StringBuilder())
                    .append(text)
                    .append('\n');
        }

        private void add(String place, byte[] bytes) {
            add(place, new String(bytes, UTF_8) + "\n" + new String(bytes, ISO_8859_1));
        }

        /** Every cell of every table, bytes and base64 decoded. */
        void addDatabase(Deployment system) {
            for (String table : system.database().rows(TABLES, row -> row.getString(1))) {
                system.database().rows("select * from " + table, row -> addRow("table " + table, row));
            }
        }

        private String addRow(String place, ResultSet row) throws SQLException {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                Object value = row.getObject(i);
                if (value instanceof byte[] bytes) {
                    add(place, bytes);
                } else if (value != null) {
                    String text = row.getString(i);
                    add(place, text);
                    addDecoded(place, text);
                }
            }
            return place;
        }

        /** Spring Batch keeps its contexts so. */
        private void addDecoded(String place, String text) {
            try {
                add(place, Base64.getDecoder().decode(text));
            } catch (IllegalArgumentException notBase64) {
                add(place, "");
            }
        }

        /** Keys, values and headers of every record of every topic of the system, those of aborted transactions too. */
        void addTopics(Deployment system) {
            Map<String, Object> settings = system.endpoints()
                    .administrator()
                    .with(Map.of("isolation.level", "read_uncommitted", "max.poll.records", 10_000));
            var names = system.broker()
                    .administer(admin -> admin.listTopics().names().get());
            try (var consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                var partitions = names.stream()
                        .filter(topic -> topic.startsWith(system.namespace()))
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(each -> new TopicPartition(each.topic(), each.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                drain(consumer);
            }
        }

        private void drain(KafkaConsumer<byte[], byte[]> consumer) {
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(this::addRecord);
            }
        }

        private void addRecord(ConsumerRecord<byte[], byte[]> each) {
            String place = "topic " + each.topic();
            Stream.concat(
                            Stream.of(each.key(), each.value()),
                            Stream.of(each.headers().toArray()).map(header -> header.value()))
                    .filter(bytes -> bytes != null)
                    .forEach(bytes -> add(place, bytes));
        }

        /** The files under a folder; what a workbook holds is unpacked. */
        void addFiles(Path root, Predicate<Path> wanted) {
            try (Stream<Path> files = PrivateFiles.unchecked(() -> Files.walk(root))) {
                files.filter(Files::isRegularFile).filter(wanted).forEach(this::addFile);
            }
        }

        private void addFile(Path file) {
            add("file " + file, PrivateFiles.unchecked(() -> Files.readAllBytes(file)));
            if (file.toString().endsWith(".xlsx")) {
                PrivateFiles.unchecked(() -> addParts(file));
            }
        }

        private Path addParts(Path workbook) throws IOException {
            try (var zip = new ZipFile(workbook.toFile())) {
                for (ZipEntry part : zip.stream().toList()) {
                    add("file " + workbook, zip.getInputStream(part).readAllBytes());
                }
            }
            return workbook;
        }
    }
}
