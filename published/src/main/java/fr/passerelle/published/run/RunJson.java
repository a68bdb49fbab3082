package fr.passerelle.published.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of a run, from what its row holds as JSON. */
public final class RunJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RunJson() {}

    /**
     * The files, in their order.
     *
     * @param parameters what the run was asked
     * @param counts what became of the rows; null until the run is closed
     */
    public static List<FileRows> files(String parameters, @Nullable String counts) {
        Map<String, RowCounts> byFile = byFile(counts);
        List<FileRows> files = new ArrayList<>();
        for (JsonNode input : JSON.readTree(parameters).path("inputs")) {
            String role = input.path("role").asString("");
            String sha256 = input.path("sha256").asString("");
            files.add(new FileRows(
                    role,
                    input.path("name").asString(""),
                    sha256,
                    input.path("rows").asLong(0),
                    byFile.getOrDefault(role + sha256, RowCounts.NONE)));
        }
        return List.copyOf(files);
    }

    private static Map<String, RowCounts> byFile(@Nullable String counts) {
        Map<String, RowCounts> byFile = new HashMap<>();
        if (counts != null) {
            for (JsonNode file : JSON.readTree(counts).path("files")) {
                byFile.put(file.path("role").asString("") + file.path("sha256").asString(""), of(file.path("counts")));
            }
        }
        return byFile;
    }

    private static RowCounts of(JsonNode counts) {
        return new RowCounts(
                counts.path("read").asLong(0),
                counts.path("accepted").asLong(0),
                counts.path("unchanged").asLong(0),
                counts.path("rejected").asLong(0),
                counts.path("controls").asLong(0));
    }
}
