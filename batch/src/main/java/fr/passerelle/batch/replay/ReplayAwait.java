package fr.passerelle.batch.replay;

import fr.passerelle.batch.job.AwaitTasklet;
import fr.passerelle.batch.job.RunFailed;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.Replays;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Waits for the results of a replay, unless {@code events} gave it up: then its own sentence says why. */
record ReplayAwait(long no, Replays replays, AwaitTasklet await) implements Tasklet {

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) throws Exception {
        Replay replay = replays.get(no);
        if (replay.state() == Replay.State.FAILED) {
            throw new RunFailed(String.valueOf(replay.failure()));
        }
        return await.execute(contribution, context);
    }
}
