package fr.passerelle.bench.contender;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a contender is given.
 *
 * @param attendance the file of sessions
 * @param rows how many it has
 * @param url JDBC address of a database that is its own
 * @param bootstrap host and port of Kafka
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
        String bootstrap,
        String registry,
        String topic,
        String log,
        Path folder) {

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
                given.getProperty("bootstrap"),
                given.getProperty("registry"),
                given.getProperty("topic"),
                given.getProperty("log"),
                Path.of(given.getProperty("folder")));
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
                "bootstrap=" + bootstrap,
                "registry=" + registry,
                "topic=" + topic,
                "log=" + log,
                "folder=" + folder);
    }
}
