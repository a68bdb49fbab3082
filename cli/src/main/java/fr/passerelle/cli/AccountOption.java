package fr.passerelle.cli;

import picocli.CommandLine.Option;

/** On whose account something is done: kept with it. */
final class AccountOption {

    @Option(
            names = "--by",
            paramLabel = "COMPTE",
            defaultValue = "c-0",
            description =
                    "Compte opaque de qui le demande, comme c-12 ou un UUID ; sinon ${DEFAULT-VALUE}, aucun compte.")
    private String account;

    String account() {
        return account;
    }
}
