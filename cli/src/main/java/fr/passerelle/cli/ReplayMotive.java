package fr.passerelle.cli;

import picocli.CommandLine.Option;

/** Why something is done with a replay or a scenario, and on whose account: kept with it. */
final class ReplayMotive {

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "MOTIF",
            description = "Pourquoi, sans nom de personne : le motif est gardé.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(
            names = "--by",
            paramLabel = "COMPTE",
            defaultValue = "c-0",
            description =
                    "Compte opaque de qui le demande, comme c-12 ou un UUID ; sinon ${DEFAULT-VALUE}, aucun compte.")
    @SuppressWarnings("NullAway.Init")
    private String account;

    String reason() {
        return reason;
    }

    String account() {
        return account;
    }
}
