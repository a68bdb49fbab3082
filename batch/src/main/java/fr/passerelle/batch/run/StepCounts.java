package fr.passerelle.batch.run;

import fr.passerelle.batch.attendance.StageWriter.FileCounts;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.RunCounts;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.published.run.RunCounts.WithdrawalCounts;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.schemas.event.SourceRole;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What became of each file's rows, kept in the context of the step that read it: it commits with the chunk that it counts. */
@Component
public class StepCounts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String KEY = "counts.";
    private static final List<String> WHOLE_FILES = List.of(Phases.TERRITORIES, Phases.ROOMS, Phases.SITES);

    private final JobRepository repository;

    StepCounts(JobRepository repository) {
        this.repository = repository;
    }

    public static void put(ExecutionContext context, Input input, Counts counts) {
        context.putString(KEY + input.name(), JSON.writeValueAsString(counts));
    }

    /** Those of all files of a run, whichever of its executions counted them. */
    RunCounts of(Run run) {
        List<ExecutionContext> contexts = contexts(run, WHOLE_FILES);
        Stream<RunCounts.OfFile> whole = run.parameters().inputs().stream()
                .filter(input -> input.role() != SourceRole.ATTENDANCE)
                .map(input -> ofFile(input, counted(input, contexts)));
        WithdrawalCounts withdrawn = contexts(run, List.of(Phases.FOLD)).stream()
                .map(context -> FileCounts.load(context, 0).withdrawn())
                .findFirst()
                .orElse(WithdrawalCounts.NONE);
        return new RunCounts(Stream.concat(whole, attendance(run)).toList(), withdrawn);
    }

    /** How many lines of its files a run has staged. */
    public long staged(Run run) {
        return contexts(run, List.of(Phases.STAGE)).stream()
                .mapToLong(context -> FileCounts.load(context, 0).staged())
                .sum();
    }

    /** Those that were refused one by one, and those that were folded. */
    private Stream<RunCounts.OfFile> attendance(Run run) {
        List<Input> files = run.parameters().of(SourceRole.ATTENDANCE);
        List<ExecutionContext> contexts = contexts(run, List.of(Phases.STAGE, Phases.FOLD));
        return IntStream.range(0, files.size())
                .mapToObj(i -> ofFile(
                        files.get(i),
                        contexts.stream()
                                .map(context -> FileCounts.load(context, files.size())
                                        .asList()
                                        .get(i))
                                .reduce(Counts.NONE, Counts::plus)));
    }

    private List<ExecutionContext> contexts(Run run, List<String> steps) {
        JobInstance job = Objects.requireNonNull(repository.getJobInstance(
                RunJob.of(run).label(),
                new JobParametersBuilder().addLong(RunJob.NUMBER, run.no()).toJobParameters()));
        return steps.stream()
                .<@Nullable StepExecution>map(step -> repository.getLastStepExecution(job, step))
                .filter(Objects::nonNull)
                .map(StepExecution::getExecutionContext)
                .toList();
    }

    private static Counts counted(Input input, List<ExecutionContext> contexts) {
        return contexts.stream()
                .map(context -> context.get(KEY + input.name(), String.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(json -> JSON.readValue(json, Counts.class))
                .orElse(Counts.NONE);
    }

    private static RunCounts.OfFile ofFile(Input input, Counts counts) {
        return new RunCounts.OfFile(input.role().name(), input.name(), input.sha256(), input.lines(), counts);
    }
}
