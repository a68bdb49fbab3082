package fr.passerelle.faults.campaign;

import fr.passerelle.faults.check.Reference;
import fr.passerelle.faults.fault.Phases;
import fr.passerelle.faults.machine.Lines;
import fr.passerelle.faults.machine.LivingSystem;
import fr.passerelle.faults.machine.Machine;
import fr.passerelle.faults.machine.Nights;
import fr.passerelle.faults.machine.NotHealed;
import fr.passerelle.faults.machine.Recorder;
import fr.passerelle.faults.machine.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the nights give, and how long their phases last, when nothing disturbs them.
 *
 * @param references by night, from 0
 * @param phases of the last night
 */
record Undisturbed(List<Reference> references, Phases phases) {

    /** Runs them all on a system that is ended afterwards. */
    static Undisturbed measure(Machine machine, Nights nights) {
        var references = new ArrayList<Reference>();
        var phases = new Phases(List.of());
        var system = machine.fresh("reference");
        var recorder = new Recorder(system, new Texts());
        system.reading();
        for (var night = 0; night < nights.count(); night++) {
            phases = run(system, nights.arguments(night));
            references.add(recorder.reference());
        }
        system.forget();
        return new Undisturbed(references, phases);
    }

    /** One night without fault; answers its phases. */
    static Phases run(LivingSystem system, List<String> arguments) {
        var start = System.nanoTime();
        var night = system.batch(Map.of(), arguments.toArray(String[]::new));
        var code = night.end();
        if (code != 0 && code != 3) {
            throw new NotHealed("Une nuit sans faute a échoué : " + Lines.last(night.said()));
        }
        return Phases.of(night.errors(), (System.nanoTime() - start) / 1_000_000);
    }
}
