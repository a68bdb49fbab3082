package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.InputFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Numbers of the registers in the database, which stand for their hashes in the state. */
final class RegisterFiles {

    private static final String ADD =
            "insert into passerelle.file (sha256, name) values (?, ?) on conflict (sha256) do nothing";

    private final JdbcTemplate jdbc;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, String> hashes = new HashMap<>();

    RegisterFiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        load();
    }

    int number(InputFile file) {
        if (!numbers.containsKey(file.sha256())) {
            jdbc.update(ADD, file.sha256(), file.name());
            load();
        }
        return Objects.requireNonNull(numbers.get(file.sha256()));
    }

    String sha256(int number) {
        return Objects.requireNonNull(hashes.get(number));
    }

    private void load() {
        RowCallbackHandler add = row -> {
            numbers.put(row.getString(2), row.getInt(1));
            hashes.put(row.getInt(1), row.getString(2));
        };
        jdbc.query("select file_no, sha256 from passerelle.file", add);
    }
}
