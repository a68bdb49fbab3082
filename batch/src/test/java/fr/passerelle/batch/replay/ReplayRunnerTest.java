package fr.passerelle.batch.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.batch.job.GracefulStop;
import fr.passerelle.batch.job.JobRunner;
import fr.passerelle.batch.server.Servers;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.batch.server.TopicCatalogue;
import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.study.Study;
import fr.passerelle.study.life.StudyWriter;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator is told of a replay whose job did not end well, where that could not be kept with it. */
class ReplayRunnerTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-02T03:04:05Z");
    private static final String STOPPED = "Arrêt demandé, à la fin d'un lot.";

    private final Replays replays = mock(Replays.class);
    private final JobRunner jobs = mock(JobRunner.class);
    private final ReplayRunner runner = new ReplayRunner(
            mock(JdbcClient.class),
            mock(Servers.class),
            replays,
            mock(StudyWriter.class),
            mock(ReplayPlanner.class),
            mock(RunLock.class),
            mock(GracefulStop.class),
            jobs,
            mock(TopicCatalogue.class),
            mock(Settings.class));

    @BeforeEach
    void stopIt() {
        when(jobs.run(7)).thenReturn(Optional.of(STOPPED));
    }

    /** Stopped after its last step had committed, or failed by who recovered it: the state says it. */
    @ParameterizedTest
    @EnumSource(
            value = Study.State.class,
            names = {"COMPUTED", "FAILED"})
    void answersWhatBecameOfIt(Study.State state) {
        Study<ReplayManifest> ended = replay(state);
        when(replays.get(7)).thenReturn(replay(Study.State.PLANNED), replay(Study.State.PLANNED), ended);

        assertThat(runner.run(7)).isEqualTo(ended);
    }

    @Test
    void saysWhyWhereTheStateDoesNot() {
        when(replays.get(7))
                .thenReturn(replay(Study.State.PLANNED), replay(Study.State.PLANNED), replay(Study.State.DISCARDED));

        assertThatThrownBy(() -> runner.run(7)).isInstanceOf(OutsideFault.class).hasMessage(STOPPED);
    }

    private static Study<ReplayManifest> replay(Study.State state) {
        ReplayManifest asked = new ReplayManifest(
                "passerelle",
                4,
                "2018-01",
                "empreinte",
                "2017-10",
                ReplayManifest.Scope.REGION,
                new ReplayManifest.Slice(10, Map.of(), ""));
        OffsetDateTime computed = state == Study.State.COMPUTED ? NOW : null;
        return new Study<>(
                ReplayManifest.SERIES,
                7,
                state,
                asked,
                "manifeste",
                Map.of(),
                "Essai",
                "c-1",
                NOW,
                computed,
                NOW,
                null,
                null);
    }
}
