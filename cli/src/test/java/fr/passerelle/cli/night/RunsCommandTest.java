package fr.passerelle.cli.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.command.TerminalLines;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.published.run.RunSituations.RunSituation;
import fr.passerelle.published.run.RunSituations.RunSituation.Standing;
import fr.passerelle.schemas.event.RunKind;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The runs, in as many columns as a terminal has. */
class RunsCommandTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2017-11-30T22:15:00+01:00");

    @Test
    void tellsHowLongARunLastedOnItsLine() {
        List<String> lines = RunsCommand.table(
                List.of(situation(RunKind.PUT_IN_FORCE, Standing.PUBLISHED, null, Duration.ofMillis(12_340))));

        assertThat(lines.getFirst()).matches("N° +Nature +État +Ouverte le +Mois +Barème +Empreinte +Durée");
        assertThat(lines.get(2)).matches("N-000007 +mise en +publiée +30/11/2017 +2017-10 +2017-05 +cdcdcdcd +12,3 s");
        assertThat(lines.get(3).strip()).matches("vigueur +22:15");
    }

    @Test
    void holdsInATerminalWhateverTheRuns() {
        assertThat(RunsCommand.table(List.of(
                        situation(RunKind.NIGHTLY, Standing.PUBLISHED, null, Duration.ofSeconds(754)),
                        situation(
                                RunKind.PUT_IN_FORCE, Standing.INTERRUPTED, "Relevés mensuels", Duration.ofHours(2)))))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TerminalLines.COLUMNS))
                .anySatisfy(line -> assertThat(line).contains("12 min"));
    }

    private static RunSituation situation(RunKind kind, Standing standing, @Nullable String phase, Duration worked) {
        Run run = new Run(
                7,
                Run.idOf(7),
                kind,
                Run.State.PUBLISHED,
                "",
                "2017-10",
                "2017-05",
                "",
                "",
                new RunParameters(List.of(), null, false),
                null,
                false,
                null,
                standing == Standing.PUBLISHED ? "cd".repeat(32) : null,
                null,
                AT,
                null);
        return new RunSituation(run, standing, phase, worked, null);
    }
}
