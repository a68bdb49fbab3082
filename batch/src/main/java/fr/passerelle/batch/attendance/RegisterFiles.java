package fr.passerelle.batch.attendance;

import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.mapping.Mapping;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of the registers' imports in the database, which stand for their hashes in the state: of a file, and of a workbook of
 * several sheets of the sheet ({@code HASH#2}). */
final class RegisterFiles {

    private static final String ADD =
            "insert into passerelle.file (sha256, name) values (:sha256, :name) on conflict (sha256) do nothing";
    private static final String IMPORT = """
        insert into passerelle.file_import (file_no, run_no, name, adds, register, continues)
        select file_no, :runNo, :name, :adds, :register, :continues from passerelle.file where sha256 = :sha256
        on conflict (file_no, run_no, name) do nothing\
        """;
    private static final String LOAD = """
        select i.import_no, f.sha256, i.name, i.adds, case when i.continues then i.register end
        from passerelle.file_import i join passerelle.file f on f.file_no = i.file_no\
        """;

    private final JdbcClient jdbc;
    private final Map<Integer, Source> sources = new HashMap<>();
    private final Map<Integer, String> continued = new HashMap<>();

    RegisterFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql(LOAD).query((row, n) -> note(row)).list();
    }

    /** The number of a file's import by a run: the same each time that the run asks. */
    int importNo(InputFile file, long runNo) {
        Mapping mapping = file.mapping();
        of(ADD, file, runNo).update();
        of(IMPORT, file, runNo)
                .param("adds", mapping.recipe().adds())
                .param("register", mapping.recipe().register())
                .param("continues", mapping.recipe().continues())
                .update();
        return of(LOAD + " where i.run_no = :runNo and i.name = :name and f.sha256 = :sha256", file, runNo)
                .query((row, n) -> note(row))
                .single();
    }

    /** The file of an import, what it was called, and whether the lines that it tells of one period are to be added up. */
    record Source(String sha256, String name, boolean adds) {}

    Source source(int importNo) {
        return Objects.requireNonNull(sources.get(importNo));
    }

    String sha256(int importNo) {
        return source(importNo).sha256();
    }

    /** By the imports that go on with lines that are known under other identities: in which register. */
    Map<Integer, String> continued() {
        return Collections.unmodifiableMap(continued);
    }

    private JdbcClient.StatementSpec of(String sql, InputFile file, long runNo) {
        return jdbc.sql(sql).param("runNo", runNo).param("name", file.name()).param("sha256", file.identity());
    }

    private int note(ResultSet row) throws SQLException {
        int importNo = row.getInt(1);
        sources.put(importNo, new Source(row.getString(2), row.getString(3), row.getBoolean(4)));
        if (row.getString(5) != null) {
            continued.put(importNo, row.getString(5));
        }
        return importNo;
    }
}
