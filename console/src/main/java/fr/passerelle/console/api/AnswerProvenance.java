package fr.passerelle.console.api;

import fr.passerelle.published.current.PublishedRun;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;

/** What every answer says of itself: which run, as of when, under which barème, of what nature. */
final class AnswerProvenance {

    static final Schema SCHEMA = OwnSchemas.read("Provenance");

    private AnswerProvenance() {}

    /** What it says of a run. */
    static IndexedRecord of(PublishedRun run) {
        GenericData.Record said = new GenericData.Record(SCHEMA);
        said.put("run_id", run.id());
        said.put("as_of", run.asOf());
        said.put("bareme_id", run.baremeId());
        said.put("bareme_hash", run.bareme().sha256());
        said.put("bareme_illustration", run.illustration());
        said.put("result_hash", run.hash());
        said.put("published_at", run.endedAt().toString());
        said.put("nature", run.demonstration() ? "RECONSTITUTION" : "DONNEES_REELLES");
        return said;
    }
}
