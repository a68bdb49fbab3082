package fr.passerelle.cli;

import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.event.ResumeChangements;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The changes of a run for machines: the same fields and codes as the event that published it. */
final class ChangesJson {

    private ChangesJson() {}

    static String of(Run run, ResumeChangements changes) {
        Map<String, @Nullable Object> json = ReportJson.head(run, run.state().name(), null);
        json.put("changes", RecordJson.fields(changes));
        return RecordJson.write(json);
    }
}
