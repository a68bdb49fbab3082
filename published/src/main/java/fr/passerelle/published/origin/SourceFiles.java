package fr.passerelle.published.origin;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.FichierSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that scores rest on. */
@Component
public record SourceFiles(JdbcClient jdbc, Namespace namespace) {

    private static final String FILES = """
        select id, files::text from passerelle.results_as_of(:namespace, :runNo)
        where type = 'SCORE' and files is not null and id = any(:rooms)\
        """;
    private static final String READ_BY_RUN = """
        select name, sha256, rows from passerelle.source_file where run_no = :runNo and role = :role order by name\
        """;

    /** A file as the run read it, with the number of its data rows. */
    public record ReadFile(String name, String sha256, long rows) {}

    /** The files of a role (such as ROOMS) that a run read, by name. */
    public List<ReadFile> readBy(long runNo, String role) {
        return jdbc.sql(READ_BY_RUN)
                .param("runNo", runNo)
                .param("role", role)
                .query(new SimplePropertyRowMapper<>(ReadFile.class))
                .list();
    }

    /** Where what a run published of these rooms comes from: its barème, and the files under each of their scores. */
    public Origin origin(PublishedRun run, List<String> rooms) {
        Bareme bareme = run.bareme();
        return new Origin(bareme.id(), bareme.title(), bareme.sha256(), files(run.no(), rooms), names(), Map.of());
    }

    /** The barème alone of what a run published: what two pages say of where they come from. */
    public static Origin origin(PublishedRun run) {
        Bareme bareme = run.bareme();
        return new Origin(bareme.id(), bareme.title(), bareme.sha256(), Map.of(), Map.of(), Map.of());
    }

    private Map<String, List<FichierSource>> files(long runNo, List<String> rooms) {
        Map<String, List<FichierSource>> files = new HashMap<>();
        RowCallbackHandler add = row -> files.put(row.getString(1), sources(row.getString(2)));
        jdbc.sql(FILES)
                .param("namespace", namespace.name())
                .param("runNo", runNo)
                .param("rooms", rooms.toArray(String[]::new))
                .query(add);
        return files;
    }

    private static List<FichierSource> sources(String json) {
        return JsonMapper.shared()
                .readTree(json)
                .valueStream()
                .map(SourceFiles::source)
                .toList();
    }

    private static FichierSource source(JsonNode file) {
        return new FichierSource(
                file.get("sha256").asString(),
                file.get("months").valueStream().map(JsonNode::asString).toList(),
                file.get("records").asInt());
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        RowCallbackHandler add = row -> names.put(row.getString(1), row.getString(2));
        jdbc.sql("select sha256, name from passerelle.file").query(add);
        return names;
    }
}
