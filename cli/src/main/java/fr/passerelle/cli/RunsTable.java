package fr.passerelle.cli;

import fr.passerelle.published.run.RunSituation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The runs, one a line: eight columns in a terminal, so that the first of the hash tells runs apart and the hour goes below the day. */
final class RunsTable {

    private static final int HASH = 8;

    private RunsTable() {}

    static List<String> lines(List<RunSituation> runs) {
        TextTable table =
                new TextTable(7, "N°", "Nature", "État", "Ouverte le", "Mois", "Barème", "Empreinte", "Durée");
        runs.forEach(each -> table.row(
                each.run().id(),
                RunText.kind(each.run()),
                standing(each),
                RunText.day(each.run().openedAt()).replace('\u00a0', ' '),
                Objects.requireNonNullElse(each.run().asOf(), CommandFrench.NONE),
                each.run().baremeId(),
                hash(each.run().resultHash()),
                RunText.duration(each.worked())));
        return table.lines();
    }

    /** Its state, with the phase where it is or stopped. */
    private static String standing(RunSituation situation) {
        boolean over = situation.run().resultHash() != null || situation.phase() == null;
        return RunText.state(situation) + (over ? "" : " (" + situation.phase() + ")");
    }

    private static String hash(@Nullable String hash) {
        return hash == null ? CommandFrench.NONE : hash.substring(0, HASH);
    }
}
