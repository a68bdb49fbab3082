package fr.passerelle.published.origin;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.place.RunPlaces;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunRefused;
import fr.passerelle.published.run.Runs;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.FichierSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The current results, and where they come from, as what explains them needs them. */
@Component
public class Explanations {

    private static final String FILES = """
        select id, files::text from passerelle.results_as_of(?, ?) where type = 'SCORE' and files is not null\
        """;

    private final JdbcTemplate jdbc;
    private final Runs runs;
    private final Results results;
    private final RunPlaces places;
    private final String namespace;

    Explanations(JdbcTemplate jdbc, Runs runs, Results results, RunPlaces places, Namespace namespace) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.results = results;
        this.places = places;
        this.namespace = namespace.name();
    }

    /**
     * The current run with its results.
     *
     * @param origin its barème, and the files under each score
     * @param illustration whether its barème only illustrates what another one would give
     * @param roomNames name of each room of the inventory, by identifier: the only one there is of a room without EPCI
     */
    public record Current(
            Run run, Proposals proposals, Origin origin, boolean illustration, Map<String, String> roomNames) {}

    /**
     * All that is current, in one snapshot.
     *
     * @throws RunRefused when no run was published
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Current current() {
        Run run = runs.current()
                .flatMap(runs::find)
                .orElseThrow(() -> new RunRefused("Aucune exécution n'est publiée : il n'y a rien à expliquer."
                        + " Lancez-en une (« ./passerelle nightly … »)."));
        Bareme bareme = Baremes.read(run.baremeText());
        return new Current(
                run,
                results.proposals(run.no()),
                origin(bareme, run.no()),
                bareme.isIllustration(),
                roomNames(run.no()));
    }

    private Origin origin(Bareme bareme, long runNo) {
        return new Origin(bareme.id(), bareme.title(), bareme.sha256(), files(runNo), fileNames());
    }

    private Map<String, List<FichierSource>> files(long runNo) {
        Map<String, List<FichierSource>> files = new HashMap<>();
        RowCallbackHandler add = row -> files.put(row.getString(1), sources(row.getString(2)));
        jdbc.query(FILES, add, namespace, runNo);
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

    private Map<String, String> fileNames() {
        Map<String, String> names = new HashMap<>();
        RowCallbackHandler add = row -> names.put(row.getString(1), row.getString(2));
        jdbc.query("select sha256, name from passerelle.file", add);
        return names;
    }

    private Map<String, String> roomNames(long runNo) {
        Map<String, String> names = new HashMap<>();
        places.rooms(runNo).forEach((id, room) -> names.put(id, room.getName()));
        return names;
    }
}
