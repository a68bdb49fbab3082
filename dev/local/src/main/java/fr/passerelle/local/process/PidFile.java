package fr.passerelle.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Where a server's process and port are written. It stays when the server stops, so that the next start takes the same port. */
public record PidFile(Path file) {

    /** What the file says: it may be about a process that is gone. */
    public record Entry(ProcessMark mark, int port) {}

    /** Empty if nothing was ever started, or the file is unreadable as such. */
    public Optional<Entry> read() {
        var lines = new Properties();
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
            var mark = new ProcessMark(Long.parseLong(lines.getProperty("pid", "")), lines.getProperty("birth", ""));
            return Optional.of(new Entry(mark, Integer.parseInt(lines.getProperty("port", ""))));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty unless the process it names still runs. */
    public Optional<Entry> running() {
        return read().filter(entry -> entry.mark().alive());
    }

    /** Replaces what it says, in one move. */
    public void write(Entry entry) {
        PrivateFiles.write(
                file,
                "pid=%d%nbirth=%s%nport=%d%n"
                        .formatted(entry.mark().pid(), entry.mark().birth(), entry.port()));
    }
}
