package fr.passerelle.batch.nightly;

import fr.passerelle.batch.decision.Decisions;
import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.input.Inputs.GivenFile;
import fr.passerelle.batch.room.PlaceFile;
import fr.passerelle.batch.run.StepCounts;
import fr.passerelle.batch.territory.Access;
import fr.passerelle.batch.territory.NeedFile;
import fr.passerelle.batch.territory.Territories;
import fr.passerelle.journal.Pause;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.SourceRole;
import java.util.Objects;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** The steps that read a whole file at once, each in its one transaction, with their counts. */
@Component
record Imports(
        Runs runs,
        Territories territories,
        Access access,
        NeedFile needs,
        PlaceFile<RoomInventoried> rooms,
        PlaceFile<SiteDescribed> sites,
        Decisions decisions,
        InputPaths places) {

    RepeatStatus territories(StepContribution contribution, ChunkContext context) {
        Run run = run(contribution.getStepExecution());
        given(run, SourceRole.TERRITOIRES)
                .ifPresent(input -> count(contribution, input, access.take(run.no(), places.file(input))));
        given(run, SourceRole.INTERCOMMUNALITES)
                .ifPresentOrElse(
                        input -> count(contribution, input, territories.describe(run.no(), places.file(input))),
                        () -> territories.describe(run.no(), null));
        given(run, SourceRole.BESOINS)
                .ifPresent(input -> count(contribution, input, needs.take(run.no(), places.file(input), run.night())));
        Pause.at(Phases.TERRITORIES);
        return RepeatStatus.FINISHED;
    }

    /** Of rooms or of sites. */
    RepeatStatus places(StepContribution contribution, SourceRole role) {
        PlaceFile<?> known = role == SourceRole.ROOMS ? rooms : sites;
        Run run = run(contribution.getStepExecution());
        given(run, role)
                .ifPresentOrElse(
                        input -> count(contribution, input, known.run(run.no(), places.file(input))),
                        () -> known.follow(run.no()));
        return RepeatStatus.FINISHED;
    }

    /** Refuses a snapshot of places that withdraws too many; writes nothing, and looks at no other file. */
    void check(GivenFile given) {
        switch (given.input().role()) {
            case ROOMS -> rooms.check(given.file());
            case SITES -> sites.check(given.file());
            default -> {}
        }
    }

    RepeatStatus decisions(StepContribution contribution, ChunkContext context) {
        contribution.incrementWriteCount(
                decisions.append(run(contribution.getStepExecution()).no()));
        return RepeatStatus.FINISHED;
    }

    private static Optional<Input> given(Run run, SourceRole role) {
        return run.parameters().of(role).stream().findFirst();
    }

    private Run run(StepExecution step) {
        return runs.get(Objects.requireNonNull(step.getJobParameters().getLong(RunJob.NUMBER)));
    }

    private static void count(StepContribution contribution, Input input, Counts counts) {
        StepCounts.put(contribution.getStepExecution().getExecutionContext(), input, counts);
    }
}
