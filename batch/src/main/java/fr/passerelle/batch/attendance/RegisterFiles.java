package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.InputFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Numbers of the registers' imports in the database, which stand for their hashes in the state. */
final class RegisterFiles {

    private static final String ADD =
            "insert into passerelle.file (sha256, name) values (?, ?) on conflict (sha256) do nothing";

    private static final String IMPORT = """
        insert into passerelle.file_import (file_no, run_no)
        select file_no, ? from passerelle.file where sha256 = ? on conflict (file_no, run_no) do nothing\
        """;
    private static final String IMPORT_NO = """
        select i.import_no from passerelle.file_import i join passerelle.file f on f.file_no = i.file_no
        where i.run_no = ? and f.sha256 = ?\
        """;

    private final JdbcTemplate jdbc;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, String> hashes = new HashMap<>();
    private final Map<Integer, Long> runs = new HashMap<>();

    RegisterFiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        load();
    }

    /** The number of a file's import by a run: the same each time that the run asks. */
    int importNo(InputFile file, long runNo) {
        return numbers.computeIfAbsent(file.sha256(), sha256 -> open(file, runNo));
    }

    String sha256(int importNo) {
        return Objects.requireNonNull(hashes.get(importNo));
    }

    /** The run that made an import. */
    long runNo(int importNo) {
        return Objects.requireNonNull(runs.get(importNo));
    }

    private int open(InputFile file, long runNo) {
        jdbc.update(ADD, file.sha256(), file.name());
        jdbc.update(IMPORT, runNo, file.sha256());
        int importNo = Objects.requireNonNull(jdbc.queryForObject(IMPORT_NO, Integer.class, runNo, file.sha256()));
        hashes.put(importNo, file.sha256());
        runs.put(importNo, runNo);
        return importNo;
    }

    private void load() {
        RowCallbackHandler add = row -> {
            hashes.put(row.getInt(1), row.getString(2));
            runs.put(row.getInt(1), row.getLong(3));
        };
        jdbc.query(
                "select i.import_no, f.sha256, i.run_no from passerelle.file_import i join passerelle.file f on"
                        + " f.file_no = i.file_no",
                add);
    }
}
