package fr.passerelle.faults.campaign;

import fr.passerelle.faults.campaign.CampaignTally.RoundRecord;
import fr.passerelle.faults.check.History.Reference;
import fr.passerelle.faults.fault.NightPhases;
import fr.passerelle.faults.machine.Recorder;
import fr.passerelle.faults.machine.SearchedTexts;
import fr.passerelle.faults.machine.SmallNights;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Machine;
import fr.passerelle.local.program.ProgramProcess.ProcessLauncher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Round after round until the time is over; all that it started ends with it. */
public final class Campaign implements AutoCloseable {

    private final Asked asked;
    private final Consumer<String> progress;
    private final Consumer<RoundRecord> told;
    private final Path logs;
    private final Path var;
    private final ProcessLauncher programs;
    private Machine machine;
    private final List<List<String>> nights;
    private final AtomicBoolean closed = new AtomicBoolean();
    private SearchedTexts texts = new SearchedTexts();
    private final List<RoundRecord> records = new ArrayList<>();
    private @Nullable Target target;
    private int next;

    /** What is asked for: no round starts after the duration, which the nights without a fault precede; a target lives so many nights. */
    public record Asked(long seed, Duration duration, int rounds, int firstRound, int nights, List<String> faults) {}

    /** Starts servers of its own over a directory that goes at the end; tells progress in French, and each round. */
    public Campaign(Workspace workspace, Path var, Asked asked, Consumer<String> progress, Consumer<RoundRecord> told) {
        this.programs = Target.programs(workspace);
        this.var = var;
        this.asked = asked;
        this.progress = progress;
        this.told = told;
        this.logs = workspace.root().resolve("dev/faults/target/prove");
        this.nights = SmallNights.write(workspace.root(), var.resolve("inputs"), asked.seed(), asked.nights());
        progress.accept("Serveurs : démarrage sous " + var + "…");
        this.machine = new Machine(var.resolve("machine"));
    }

    public CampaignTally run() {
        progress.accept(nights.size() + " nuits sans faute, pour la référence…");
        var undisturbed = UndisturbedNights.measure(Target.fresh(programs, machine, "reference"), nights);
        var schedule = new Schedule(asked.seed(), asked.faults());
        var end = System.nanoTime() + asked.duration().toNanos();
        for (var count = 0; count < asked.rounds() && System.nanoTime() < end; count++) {
            play(asked.firstRound() + count, schedule, undisturbed);
        }
        return tally();
    }

    public CampaignTally tally() {
        return new CampaignTally(asked.faults(), List.copyOf(records));
    }

    private void play(int number, Schedule schedule, UndisturbedNights undisturbed) {
        var start = System.nanoTime();
        var night = (number - 1) % nights.size();
        var here = at(night);
        var round = new Round(here, nights.get(night), undisturbed.references().get(night), texts);
        round.play(schedule.of(number, undisturbed.phases()));
        next = night + 1;
        var record = round.told(asked.seed(), number, next, (System.nanoTime() - start) / 1_000_000_000);
        records.add(record);
        told.accept(record);
        if (!record.violations().isEmpty()) {
            here.keepLogs(logs.resolve(asked.seed() + "-" + number));
        }
        if (round.lost()) {
            replaceTheMachine();
        } else if (!record.violations().isEmpty()) {
            drop();
        }
    }

    /** A target that has lived the nights before this one: the one that stands, or another when it is broken or too old. */
    private Target at(int night) {
        if (target == null || next != night) {
            drop();
            var fresh = Target.fresh(programs, machine, "tour");
            fresh.deployment().eventsReading();
            for (var before = 0; before < night; before++) {
                UndisturbedNights.run(fresh, nights.get(before));
            }
            target = fresh;
        }
        return target;
    }

    /** What did not come back once may not come back again: the next round has servers of its own. */
    private void replaceTheMachine() {
        progress.accept("Les serveurs ne sont pas rétablis : d'autres prennent leur place.");
        target = null;
        texts = new SearchedTexts();
        machine.close();
        machine = new Machine(var.resolve("machine"));
    }

    private void drop() {
        if (target != null) {
            machine.servers().heal();
            target.remove();
            target = null;
        }
    }

    /** Whether it was ended, from outside while it ran. */
    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            machine.close();
            PrivateFiles.deleteTree(var);
        }
    }

    /** What each night gives, from the first on, and how long the phases of the last take, undisturbed. */
    private record UndisturbedNights(List<Reference> references, NightPhases phases) {

        /** Runs them all on a target that is taken away afterwards. */
        static UndisturbedNights measure(Target target, List<List<String>> nights) {
            var references = new ArrayList<Reference>();
            var phases = new NightPhases(List.of());
            var recorder = new Recorder(target, new SearchedTexts());
            target.deployment().eventsReading();
            for (var night = 0; night < nights.size(); night++) {
                phases = run(target, nights.get(night));
                references.add(recorder.reference());
            }
            target.remove();
            return new UndisturbedNights(references, phases);
        }

        static NightPhases run(Target target, List<String> arguments) {
            var start = System.nanoTime();
            var night = target.batch(arguments);
            var code = night.end();
            if (code != 0 && code != 3) {
                throw new LocalFault("Une nuit sans faute a échoué : " + night.lastLine());
            }
            return NightPhases.of(night.errors(), (System.nanoTime() - start) / 1_000_000);
        }
    }
}
