package fr.passerelle.batch.run;

import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.sources.mapping.Mapping;
import java.util.Arrays;
import java.util.List;

/** The jobs of live runs: a run is one instance of one of them, found again by what the run was asked. */
public enum RunJob {
    NIGHTLY("nightly"),
    WITHDRAWAL("withdrawal"),
    RESUBMISSION("resubmission"),
    PUT_IN_FORCE("put-in-force");

    /** The parameter of each of them: the number of the run. */
    public static final String NUMBER = "run";

    private final String label;

    RunJob(String label) {
        this.label = label;
    }

    /** The job of a run. */
    public static RunJob of(Run run) {
        if (run.kind() == RunKind.PUT_IN_FORCE) {
            return PUT_IN_FORCE;
        }
        if (run.parameters().inputs().isEmpty()) {
            return WITHDRAWAL;
        }
        return run.parameters().inputs().stream()
                        .anyMatch(input -> Mapping.RESUBMISSION.text().equals(input.mapping()))
                ? RESUBMISSION
                : NIGHTLY;
    }

    /** The names of all of them. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(RunJob::label).toList();
    }

    /** What the job repository calls it. */
    public String label() {
        return label;
    }
}
