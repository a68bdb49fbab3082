package fr.passerelle.cli;

import fr.passerelle.published.reject.RejectGroup;
import fr.passerelle.published.reject.RejectTable;
import fr.passerelle.published.reject.Selection;
import fr.passerelle.published.run.Run;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The rejects or the corrections of a run for machines: one JSON object, written as it is read. */
final class RejectsJson {

    private static final ObjectWriter JSON = JsonMapper.shared().writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);

    private final RejectTable kept;
    private final PrintWriter out;

    RejectsJson(RejectTable kept, PrintWriter out) {
        this.kept = kept;
        this.out = out;
    }

    void print(Run run, Selection of, boolean corrections) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("run", run.id());
            json.writeBooleanProperty("demonstration", run.demonstration());
            List<RejectGroup> groups = corrections ? kept.correctionGroups(of) : kept.rejectGroups(of);
            json.writeNumberProperty(
                    "count", groups.stream().mapToLong(RejectGroup::count).sum());
            json.writePOJOProperty("groups", groups);
            json.writeArrayPropertyStart(corrections ? "corrections" : "rejects");
            if (corrections) {
                kept.eachCorrection(of, Long.MAX_VALUE, json::writePOJO);
            } else {
                kept.eachReject(of, Long.MAX_VALUE, json::writePOJO);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }
}
