package fr.passerelle.faults.campaign;

import fr.passerelle.faults.campaign.CampaignTally.InjectedFault;
import fr.passerelle.faults.campaign.CampaignTally.RoundRecord;
import fr.passerelle.faults.check.Checker;
import fr.passerelle.faults.check.History.Reference;
import fr.passerelle.faults.fault.Fault.Evidence;
import fr.passerelle.faults.fault.Fault.Stage;
import fr.passerelle.faults.fault.Fault.Strike;
import fr.passerelle.faults.machine.Recorder;
import fr.passerelle.faults.machine.SearchedTexts;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.ProgramProcess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One night, struck by some faults one after the other, healed after each, finished, then checked. */
final class Round {

    private static final Set<Integer> DONE = Set.of(0, 3);
    private static final int ATTEMPTS = 8;
    private static final String NOTHING_LEFT = "il n'y a rien à reprendre";

    private final Stage stage;
    private final Target target;
    private final Reference reference;
    private final SearchedTexts texts;
    private final List<InjectedFault> struck = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Set<Strike> again = new HashSet<>();
    private final List<String> remedies = new ArrayList<>();
    private String before = "";
    private int records;
    private boolean done;
    private boolean lost;

    Round(Target target, List<String> night, Reference reference, SearchedTexts texts) {
        this.target = target;
        this.stage = new Stage(target, night);
        this.reference = reference;
        this.texts = texts;
    }

    /** Whether the machine itself did not come back. */
    boolean lost() {
        return lost;
    }

    RoundRecord told(long seed, int number, int nightNumber, long seconds) {
        var namespace = target.deployment().namespace();
        return new RoundRecord(seed, number, namespace, nightNumber, struck, remedies, records, violations, seconds);
    }

    /** Plays it to its end; what goes wrong is a violation, never an exception. */
    void play(List<Strike> strikes) {
        try {
            before = target.lastRun();
            strikes.forEach(strike -> strike.fault().prepare(stage));
            strike(new ArrayDeque<>(strikes));
            finish();
            strikes.forEach(strike -> violations.addAll(strike.fault().unmet(stage)));
            var history = new Recorder(target, texts).history(reference);
            records = history.topic().size();
            Checker.violations(history).forEach(violation -> violations.add(violation.toString()));
        } catch (LocalFault e) {
            lost = true;
            violations.add("NON RÉTABLI : " + e.sentence());
        } finally {
            strikes.forEach(strike -> strike.fault().close());
        }
    }

    /** A command takes as many strikes as it survives; what remains, and once what came too late, strikes the next one. */
    private void strike(Deque<Strike> strikes) {
        while (!strikes.isEmpty() && !done) {
            var command = next(properties(strikes));
            do {
                strike(strikes.pop(), command).filter(again::add).ifPresent(strikes::addFirst);
            } while (!strikes.isEmpty() && command.isAlive());
            ended(command);
        }
        for (var strike : strikes) {
            take(strike, Evidence.TOO_LATE);
        }
    }
    /** Takes note of a strike; servers and events run again, whatever died. */
    private void take(Strike strike, Evidence evidence) {
        struck.add(new InjectedFault(strike.name(), strike.when(), evidence));
        strike.fault().heal(stage);
        target.heal();
    }

    private Map<String, String> properties(Collection<Strike> strikes) {
        var all = new HashMap<String, String>();
        strikes.forEach(strike -> all.putAll(strike.fault().properties(stage)));
        return all;
    }

    /** Answers the strike when it did not take place. */
    private Optional<Strike> strike(Strike strike, ProgramProcess command) {
        var evidence = strike.strike(command, stage);
        if (!evidence.fired() && !again.contains(strike)) {
            return Optional.of(strike);
        }
        take(strike, evidence);
        if (evidence.fired()) {
            strike.fault().refusal().ifPresent(sentence -> expect(sentence, command));
            if (strike.fault().emptiesTopics()) {
                target.rebuildTopics();
                remedies.add("rebuild-topics");
                target.deployment().eventsReading();
            }
        }
        return Optional.empty();
    }

    private void expect(String sentence, ProgramProcess command) {
        var code = command.end();
        if (code != 1 || !command.transcript().matches("(?s).*" + sentence + ".*")) {
            violations.add("refus attendu (« " + sentence + " »), code " + code + " : " + command.lastLine());
        }
    }

    /** Starts the next command of the night, or takes it up again, with more properties. */
    private ProgramProcess next(Map<String, String> properties) {
        var last = target.lastRun();
        var arguments = last.equals(before) ? stage.night() : List.of("restart", last, "--json");
        return target.deployment().batchProcess(properties, arguments);
    }

    /** Takes note of how a command ended: whether the night is published and announced. */
    private void ended(ProgramProcess command) {
        done |= DONE.contains(command.end()) || command.transcript().contains(NOTHING_LEFT);
    }

    /** Goes on without fault until the night is published. */
    private void finish() {
        for (var attempt = 0; attempt < ATTEMPTS && !done; attempt++) {
            target.deployment().eventsReading();
            ended(next(Map.of()));
        }
        if (!done) {
            var whereItStands = target.cell("select run_id || ' ' || state || ' : ' || coalesce(failure, '')"
                            + " from passerelle.run order by run_no desc limit 1")
                    .orElse("aucune exécution");
            throw new LocalFault("La nuit ne se termine pas en " + ATTEMPTS + " reprises : " + whereItStands);
        }
    }
}
