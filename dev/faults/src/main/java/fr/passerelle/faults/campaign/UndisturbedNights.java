package fr.passerelle.faults.campaign;

import fr.passerelle.faults.check.Reference;
import fr.passerelle.faults.fault.NightPhases;
import fr.passerelle.faults.machine.Recorder;
import fr.passerelle.faults.machine.SearchedTexts;
import fr.passerelle.faults.machine.SmallNights;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.process.LocalFault;
import java.util.ArrayList;
import java.util.List;

/**
 * What the nights give, and how long their phases last, when nothing disturbs them.
 *
 * @param references by night, from 0
 * @param phases of the last night
 */
record UndisturbedNights(List<Reference> references, NightPhases phases) {

    /** Runs them all on a target that is taken away afterwards. */
    static UndisturbedNights measure(Target target, SmallNights nights) {
        var references = new ArrayList<Reference>();
        var phases = new NightPhases(List.of());
        var recorder = new Recorder(target, new SearchedTexts());
        target.deployment().eventsReading();
        for (var night = 0; night < nights.count(); night++) {
            phases = run(target, nights.arguments(night));
            references.add(recorder.reference());
        }
        target.remove();
        return new UndisturbedNights(references, phases);
    }

    /** One night without fault; answers its phases. */
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
