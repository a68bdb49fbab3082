package fr.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.server.Settings;
import fr.passerelle.cli.command.CommandContext;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.fault.RunRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

class ReadersTest {

    private static final Pattern ASKED = Pattern.compile("\\bread\\(\\s*(\\w+)\\.class\\)");
    private static final String NOBODY = "--passerelle.postgres.url=jdbc:postgresql://127.0.0.1:9/passerelle";

    /** Of the file beside the data, of secrets that are files, of arguments, and of what refers to others. */
    @Test
    void readsTheSettingsThatTheApplicationReads(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("passerelle.properties"),
                "passerelle.chunk=77\n"
                        + "passerelle.postgres.user=lecteur\n"
                        + "passerelle.kafka.client.security.protocol=SSL\n");
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("passerelle.postgres.password"), "tenu secret");
        List<String> settings = List.of(
                "--passerelle.var=" + folder,
                "--spring.config.import=configtree:" + secrets + "/",
                "--passerelle.await.still=7m");

        try (CommandContext reading = new CommandContext(settings);
                CommandContext working = new CommandContext(settings)) {
            Settings read = reading.read(Settings.class);
            DataSourceProperties database = working.part(DataSourceProperties.class);
            Environment environment = reading.read(Environment.class);

            assertThat(read).isEqualTo(working.part(Settings.class)).isEqualTo(working.read(Settings.class));
            assertThat(read.chunk()).isEqualTo(77);
            assertThat(read.postgres().password()).isEqualTo("tenu secret");
            assertThat(read.kafka().user()).isEqualTo("lecteur");
            assertThat(read.kafka().client()).containsEntry("security.protocol", "SSL");
            assertThat(read.patience()).isEqualTo(Duration.ofSeconds(10));
            assertThat(read.replicationFactor()).isEqualTo((short) 1);
            assertThat(read.migrator().or(read.postgres())).isEqualTo(read.postgres());
            assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(database.getUrl());
            assertThat(environment.getProperty("spring.datasource.username")).isEqualTo(database.getUsername());
            assertThat(environment.getProperty("spring.datasource.password")).isEqualTo(database.getPassword());
        }
    }

    @Test
    void makesEachPartThatACommandReads() throws IOException {
        Set<Class<?>> asked = asked();

        assertThat(asked).hasSizeGreaterThan(20);
        try (CommandContext reading = new CommandContext(List.of(NOBODY))) {
            assertThat(asked)
                    .allSatisfy(type -> assertThat((Object) reading.read(type)).isInstanceOf(type));
        }
    }

    @Test
    void saysThatTheDatabaseIsNotThereAsItIsAsked() {
        try (CommandContext reading = new CommandContext(List.of(NOBODY))) {
            Runs runs = reading.read(Runs.class);

            assertThatThrownBy(runs::all).isInstanceOf(RunRefused.class).hasMessageContaining("ne répond pas");
        }
    }

    /** The launcher drops what the rehearsal says: were it called otherwise, each start would only be slower. */
    @Test
    void isRehearsedByTheLauncher() throws IOException {
        assertThat(Files.readString(Path.of(System.getProperty("passerelle.root"), "passerelle")))
                .contains(" " + Rehearsal.class.getName() + " ");
    }

    private static Set<Class<?>> asked() throws IOException {
        Path sources = Path.of(System.getProperty("passerelle.root"), "cli/src/main/java/fr/passerelle/cli");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> PrivateFiles.unchecked(() -> Files.readString(file)))
                    .flatMap(source -> ASKED.matcher(source).results().map(found -> named(found.group(1), source)))
                    .collect(Collectors.toSet());
        }
    }

    /** A name that is not imported is that of a class in the same package. */
    private static Class<?> named(String name, String source) {
        String imported = found("import (\\S+\\." + name + ")", source);
        String whole = imported.isEmpty() ? found("package (\\S+)", source) + "." + name : imported;
        return ClassUtils.resolveClassName(whole, null);
    }

    private static String found(String line, String source) {
        Matcher found = Pattern.compile("(?m)^" + line + ";$").matcher(source);
        return found.find() ? found.group(1) : "";
    }
}
