package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.util.Optional;

/** A host that was tried: it, where it is taken, and the step that says so. */
record HostOption(Optional<Host> host, RegleEssayee step) {

    /** @param on subject of what is looked at */
    static HostOption taken(String on, Host host, Operande... operands) {
        return new HostOption(
                Optional.of(host), Steps.decided(Rule.HOTE, on, host.getKind().name(), operands));
    }

    static HostOption refused(String on, Finding why, Operande... operands) {
        return new HostOption(Optional.empty(), Steps.passed(Rule.HOTE, on, why.name(), operands));
    }
}
