package fr.passerelle.cli;

import fr.passerelle.published.decision.StepMotive;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Why something is done that nobody does without saying why, and on whose account: kept with it. */
final class RequiredMotive {

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "MOTIF",
            description = "Pourquoi, sans nom de personne : le motif est gardé.")
    private String reason;

    @Mixin
    private final AccountOption by = new AccountOption();

    /** @throws fr.passerelle.published.decision.DecisionRefused when either seems to name a person */
    StepMotive step() {
        return new StepMotive(reason, by.account());
    }
}
