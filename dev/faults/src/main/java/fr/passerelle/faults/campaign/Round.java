package fr.passerelle.faults.campaign;

import fr.passerelle.faults.check.Checker;
import fr.passerelle.faults.check.History;
import fr.passerelle.faults.check.Reference;
import fr.passerelle.faults.check.Violation;
import fr.passerelle.faults.fault.Stage;
import fr.passerelle.faults.fault.Strike;
import fr.passerelle.faults.machine.Lines;
import fr.passerelle.faults.machine.LivingSystem;
import fr.passerelle.faults.machine.NotHealed;
import fr.passerelle.faults.machine.Program;
import fr.passerelle.faults.machine.Recorder;
import fr.passerelle.faults.machine.Texts;
import java.util.ArrayList;
import java.util.List;

/** One night, struck by some faults one after the other, healed after each, finished, then checked. */
final class Round {

    private final Stage stage;
    private final List<String> night;
    private final Reference reference;
    private final Texts texts;
    private final List<Struck> struck = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private List<String> remedies = List.of();
    private int records;

    Round(LivingSystem system, List<String> night, Reference reference, Texts texts) {
        this.stage = new Stage(system, system.directory());
        this.night = night;
        this.reference = reference;
        this.texts = texts;
    }

    List<Struck> struck() {
        return struck;
    }

    List<String> violations() {
        return violations;
    }

    List<String> remedies() {
        return remedies;
    }

    int records() {
        return records;
    }

    /** Plays it to its end; what goes wrong is a violation, never an exception. */
    void play(List<Strike> strikes) {
        try {
            var operator = new Operator(stage.system(), night);
            remedies = operator.remedies();
            for (var strike : strikes) {
                if (!operator.isDone()) {
                    strike(strike, operator);
                }
            }
            operator.finish();
            check(new Recorder(stage.system(), texts).history(reference));
        } catch (NotHealed | fr.passerelle.local.process.LocalFault e) {
            violations.add("NON RÉTABLI : " + e.getMessage());
        }
    }

    private void strike(Strike strike, Operator operator) {
        strike.prepare(stage);
        var command = operator.next(strike.properties());
        var evidence = strike.strike(command, stage);
        struck.add(new Struck(strike.name(), strike.when(), evidence));
        operator.heal(strike, stage);
        if (evidence.fired()) {
            strike.refusal().ifPresent(sentence -> expect(sentence, command));
        }
        operator.ended(command);
    }

    private void expect(String sentence, Program command) {
        var code = command.end();
        if (code != 1 || !command.said().matches("(?s).*" + sentence + ".*")) {
            violations.add("refus attendu (« " + sentence + " »), code " + code + " : " + Lines.last(command.said()));
        }
    }

    private void check(History history) {
        records = history.log().topic().size();
        Checker.violations(history).stream().map(Violation::toString).forEach(violations::add);
    }
}
