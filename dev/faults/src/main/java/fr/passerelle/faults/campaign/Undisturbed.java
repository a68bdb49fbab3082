package fr.passerelle.faults.campaign;

import fr.passerelle.faults.check.Reference;
import fr.passerelle.faults.fault.Phases;
import fr.passerelle.faults.machine.Nights;
import fr.passerelle.faults.machine.Recorder;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.faults.machine.Texts;
import fr.passerelle.local.process.LocalFault;
import java.util.ArrayList;
import java.util.List;

/**
 * What the nights give, and how long their phases last, when nothing disturbs them.
 *
 * @param references by night, from 0
 * @param phases of the last night
 */
record Undisturbed(List<Reference> references, Phases phases) {

    /** Runs them all on a target that is taken away afterwards. */
    static Undisturbed measure(Target target, Nights nights) {
        var references = new ArrayList<Reference>();
        var phases = new Phases(List.of());
        var recorder = new Recorder(target, new Texts());
        target.deployment().eventsReading();
        for (var night = 0; night < nights.count(); night++) {
            phases = run(target, nights.arguments(night));
            references.add(recorder.reference());
        }
        target.remove();
        return new Undisturbed(references, phases);
    }

    /** One night without fault; answers its phases. */
    static Phases run(Target target, List<String> arguments) {
        var start = System.nanoTime();
        var night = target.batch(arguments);
        var code = night.end();
        if (code != 0 && code != 3) {
            throw new LocalFault("Une nuit sans faute a échoué : " + night.lastLine());
        }
        return Phases.of(night.errors(), (System.nanoTime() - start) / 1_000_000);
    }
}
