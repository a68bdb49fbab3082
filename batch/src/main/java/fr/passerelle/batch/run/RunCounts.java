package fr.passerelle.batch.run;

import fr.passerelle.batch.source.Counts;
import java.util.List;

/** What became of the rows of each file of a run. */
public record RunCounts(List<OfFile> files) {

    /** The counts of one file. */
    public record OfFile(String role, String name, String sha256, Counts counts) {}

    /** All files together. */
    public Counts total() {
        return files.stream().map(OfFile::counts).reduce(Counts.NONE, RunCounts::plus);
    }

    private static Counts plus(Counts a, Counts b) {
        return new Counts(
                a.read() + b.read(),
                a.accepted() + b.accepted(),
                a.unchanged() + b.unchanged(),
                a.rejected() + b.rejected(),
                a.controls() + b.controls());
    }
}
