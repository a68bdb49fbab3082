package fr.passerelle.faults.campaign;

import fr.passerelle.faults.campaign.CampaignTally.InjectedFault;
import fr.passerelle.faults.campaign.CampaignTally.RoundRecord;
import fr.passerelle.faults.check.Checker;
import fr.passerelle.faults.check.History;
import fr.passerelle.faults.check.History.Reference;
import fr.passerelle.faults.fault.Strike;
import fr.passerelle.faults.fault.Strike.Evidence;
import fr.passerelle.faults.fault.Strike.Fault;
import fr.passerelle.faults.fault.Strike.Stage;
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

    private final Stage stage;
    private final List<String> night;
    private final Reference reference;
    private final SearchedTexts texts;
    private final List<InjectedFault> struck = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Set<Strike> again = new HashSet<>();
    private List<String> remedies = List.of();
    private int records;
    private boolean lost;

    Round(Target target, List<String> night, Reference reference, SearchedTexts texts) {
        this.stage = new Stage(target, night, target.deployment().directory());
        this.night = night;
        this.reference = reference;
        this.texts = texts;
    }

    /** Whether the machine itself did not come back. */
    boolean lost() {
        return lost;
    }

    /** What it was and gave, as round and night of a campaign. */
    RoundRecord told(long seed, int number, int nightNumber, long seconds) {
        var namespace = stage.target().deployment().namespace();
        return new RoundRecord(seed, number, namespace, nightNumber, struck, remedies, records, violations, seconds);
    }

    /** Plays it to its end; what goes wrong is a violation, never an exception. */
    void play(List<Strike> strikes) {
        try {
            var operator = new Operator(stage.target(), night);
            remedies = operator.remedies();
            strikes.forEach(strike -> strike.fault().prepare(stage));
            strike(new ArrayDeque<>(strikes), operator);
            operator.finish();
            strikes.forEach(strike -> violations.addAll(strike.fault().unmet(stage)));
            check(new Recorder(stage.target(), texts).history(reference));
        } catch (LocalFault e) {
            lost = true;
            violations.add("NON RÉTABLI : " + e.sentence());
        } finally {
            strikes.forEach(strike -> strike.fault().close());
        }
    }

    /** A command takes as many strikes as it survives; what remains, and once what came too late, strikes the next one. */
    private void strike(Deque<Strike> strikes, Operator operator) {
        while (!strikes.isEmpty() && !operator.isDone()) {
            var command = operator.next(properties(strikes));
            do {
                strike(strikes.pop(), command, operator).filter(again::add).ifPresent(strikes::addFirst);
            } while (!strikes.isEmpty() && command.isAlive());
            operator.ended(command);
        }
        for (var strike : strikes) {
            struck.add(new InjectedFault(strike.name(), strike.when(), new Evidence(false, "la nuit était finie")));
            operator.heal(strike, stage);
        }
    }

    private Map<String, String> properties(Collection<Strike> strikes) {
        var all = new HashMap<String, String>();
        strikes.forEach(strike -> all.putAll(strike.fault().properties(stage)));
        return all;
    }

    /** Answers the strike when it did not take place. */
    private Optional<Strike> strike(Strike strike, ProgramProcess command, Operator operator) {
        var evidence = strike.strike(command, stage);
        if (!evidence.fired() && !again.contains(strike)) {
            return Optional.of(strike);
        }
        struck.add(new InjectedFault(strike.name(), strike.when(), evidence));
        operator.heal(strike, stage);
        if (evidence.fired()) {
            strike.fault().refusal().ifPresent(sentence -> {
                expect(sentence, command);
                operator.answer(strike.fault());
            });
        }
        return Optional.empty();
    }

    private void expect(String sentence, ProgramProcess command) {
        var code = command.end();
        if (code != 1 || !command.transcript().matches("(?s).*" + sentence + ".*")) {
            violations.add("refus attendu (« " + sentence + " »), code " + code + " : " + command.lastLine());
        }
    }

    private void check(History history) {
        records = history.topic().size();
        Checker.violations(history).stream().map(Checker.Violation::toString).forEach(violations::add);
    }

    /** Does what an operator does with one night: starts it, takes it up again, until it is published. */
    private static final class Operator {

        private static final Set<Integer> DONE = Set.of(0, 3);
        private static final int ATTEMPTS = 8;
        private static final String NOTHING_LEFT = "il n'y a rien à reprendre";

        private final Target target;
        private final List<String> night;
        private final String before;
        private final List<String> remedies = new ArrayList<>();
        private boolean done;

        Operator(Target target, List<String> night) {
            this.target = target;
            this.night = night;
            this.before = lastRun();
        }

        /** What was done besides starting again, in French. */
        List<String> remedies() {
            return remedies;
        }

        /** Whether the night is published and announced. */
        boolean isDone() {
            return done;
        }

        /** Starts the next command of the night, with more properties. */
        ProgramProcess next(Map<String, String> properties) {
            var last = lastRun();
            var arguments = last.equals(before) ? night : List.of("restart", last, "--json");
            return target.deployment().batchProcess(properties, arguments);
        }

        /** Takes note of how a command ended, and acts on what it says. */
        void ended(ProgramProcess command) {
            var code = command.end();
            if (DONE.contains(code) || command.transcript().contains(NOTHING_LEFT)) {
                done = true;
            }
        }

        /** Does what a refusal asks for. */
        void answer(Fault fault) {
            if (fault.emptiesTopics()) {
                target.rebuildTopics();
                remedies.add("rebuild-topics");
                target.deployment().eventsReading();
            }
        }

        /** Servers and events run again, whatever died. */
        void heal(Strike strike, Stage stage) {
            strike.fault().heal(stage);
            target.heal();
        }

        /** Goes on without fault until the night is published. */
        void finish() {
            for (var attempt = 0; attempt < ATTEMPTS && !done; attempt++) {
                target.deployment().eventsReading();
                ended(next(Map.of()));
            }
            if (!done) {
                throw new LocalFault("La nuit ne se termine pas en " + ATTEMPTS + " reprises : " + whereItStands());
            }
        }

        private String whereItStands() {
            return target.cell("select run_id || ' ' || state || ' : ' || coalesce(failure, '') from passerelle.run"
                            + " order by run_no desc limit 1")
                    .orElse("aucune exécution");
        }

        private String lastRun() {
            return target.cell("select run_id from passerelle.run order by run_no desc limit 1")
                    .orElse("");
        }
    }
}
