package fr.passerelle.bench.contender;

import fr.passerelle.schemas.contract.KafkaAccess;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a contender is given.
 *
 * @param attendance the file of sessions
 * @param rows how many it has
 * @param url JDBC address of a database that is its own
 * @param kafka where Kafka is, asked by an account that may do everything
 * @param registry root of the registry's addresses
 * @param topic the one to write
 * @param log the transitions that Passerelle relayed, to read; a namespace, without a final dot
 * @param folder where it may write
 */
public record Work(
        Path attendance,
        long rows,
        String url,
        String user,
        String password,
        KafkaAccess kafka,
        String registry,
        String topic,
        String log,
        Path folder) {

    private static final String CLIENT = "client.";

    /** As {@link #toProperties()} wrote it. */
    static Work read(Path file) {
        Properties given = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            given.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Work(
                Path.of(given.getProperty("attendance")),
                Long.parseLong(given.getProperty("rows")),
                given.getProperty("url"),
                given.getProperty("user"),
                given.getProperty("password"),
                kafka(given),
                given.getProperty("registry"),
                given.getProperty("topic"),
                given.getProperty("log"),
                Path.of(given.getProperty("folder")));
    }

    private static KafkaAccess kafka(Properties given) {
        return new KafkaAccess(
                given.getProperty("bootstrap"),
                given.stringPropertyNames().stream()
                        .filter(name -> name.startsWith(CLIENT))
                        .collect(Collectors.toMap(name -> name.substring(CLIENT.length()), given::getProperty)));
    }

    /** For the process that does it. */
    public String toProperties() {
        return String.join(
                "\n",
                "attendance=" + attendance,
                "rows=" + rows,
                "url=" + url,
                "user=" + user,
                "password=" + password,
                "bootstrap=" + kafka.bootstrap(),
                kafka.client().entrySet().stream()
                        .map(setting -> CLIENT + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n")),
                "registry=" + registry,
                "topic=" + topic,
                "log=" + log,
                "folder=" + folder);
    }
}
