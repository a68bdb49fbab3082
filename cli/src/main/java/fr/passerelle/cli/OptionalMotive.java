package fr.passerelle.cli;

import fr.passerelle.published.decision.StepMotive;
import picocli.CommandLine.Option;

/** Why something is done that may be done without saying why, and on whose account: kept with it. */
final class OptionalMotive {

    @Option(
            names = "--reason",
            paramLabel = "MOTIF",
            defaultValue = "sans motif indiqué",
            description = "Pourquoi, sans nom de personne : le motif est gardé.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(
            names = "--by",
            paramLabel = "COMPTE",
            defaultValue = "c-0",
            description = "Compte opaque de qui le demande, comme c-12 ; sinon ${DEFAULT-VALUE}, aucun compte.")
    @SuppressWarnings("NullAway.Init")
    private String account;

    StepMotive step() {
        return new StepMotive(reason, account);
    }
}
