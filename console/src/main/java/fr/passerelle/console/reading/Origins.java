package fr.passerelle.console.reading;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.rules.explanation.text.Dossier;
import fr.passerelle.rules.explanation.text.Origin;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.Frequentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the results of a dossier come from: the barème of the run, and the files under each of its scores. */
@Component
public class Origins {

    private static final String FILES = """
        select id, files::text from passerelle.current_result
        where namespace = ? and type = 'SCORE' and id = any (?) and files is not null and not withdrawn\
        """;

    private final JdbcTemplate jdbc;
    private final String namespace;

    Origins(JdbcTemplate jdbc, ConsoleSettings settings) {
        this.jdbc = jdbc;
        this.namespace = settings.namespace();
    }

    /** Of a dossier of the current run. */
    public Origin of(Dossier dossier, PublishedRun run) {
        Bareme bareme = Baremes.read(run.baremeText());
        return new Origin(bareme.id(), bareme.title(), bareme.sha256(), files(rooms(dossier)), names());
    }

    private static String[] rooms(Dossier dossier) {
        return dossier.scores().stream().map(Frequentation::getRoomId).toArray(String[]::new);
    }

    private Map<String, List<FichierSource>> files(String[] rooms) {
        Map<String, List<FichierSource>> files = new HashMap<>();
        RowCallbackHandler add = row -> files.put(row.getString(1), sources(row.getString(2)));
        jdbc.query(FILES, add, namespace, rooms);
        return files;
    }

    private static List<FichierSource> sources(String json) {
        List<FichierSource> sources = new ArrayList<>();
        JsonMapper.shared().readTree(json).forEach(file -> sources.add(source(file)));
        return sources;
    }

    private static FichierSource source(JsonNode file) {
        List<String> months = new ArrayList<>();
        file.get("months").forEach(month -> months.add(month.asString()));
        return new FichierSource(
                file.get("sha256").asString(), months, file.get("records").asInt());
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        RowCallbackHandler add = row -> names.put(row.getString(1), row.getString(2));
        jdbc.query("select sha256, name from passerelle.file", add);
        return names;
    }
}
