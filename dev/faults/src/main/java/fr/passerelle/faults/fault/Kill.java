package fr.passerelle.faults.fault;

import fr.passerelle.local.program.ProgramProcess;

/**
 * Signal 9 at a moment of the night.
 *
 * @param moment drawn over the undisturbed duration of a phase
 */
record Kill(Victim victim, Moment moment) implements Strike {

    @Override
    public String name() {
        return "kill-" + victim.id();
    }

    @Override
    public String when() {
        return moment.toString();
    }

    @Override
    public int phase() {
        return moment.rank();
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        if (!moment.await(command)) {
            return new Evidence(false, "la nuit était finie");
        }
        var reached = Moment.reached(command);
        var evidence = victim.kill(command, stage.target());
        return new Evidence(evidence.fired(), evidence.what() + ", " + reached);
    }
}
