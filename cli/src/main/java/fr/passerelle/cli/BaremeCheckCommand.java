package fr.passerelle.cli;

import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.yaml.InvalidYaml;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Validates barèmes, shipped or given. */
@Command(name = "check", description = "Dit si des barèmes sont bien écrits et, sinon, tout ce qui est à corriger.")
final class BaremeCheckCommand extends OperatorCommand {

    @Parameters(arity = "1..*", paramLabel = "BAREME", description = "Des fichiers YAML, ou des barèmes livrés.")
    private List<String> baremes;

    @Override
    public Integer call() {
        long wrong = baremes.stream().filter(bareme -> !isRight(bareme)).count();
        return wrong == 0 ? OutcomePrinter.DONE : OutcomePrinter.WRONG_USE;
    }

    /** All of them are looked at: a list of what to correct is worth more than the first of them. */
    private boolean isRight(String bareme) {
        try {
            out().println(bareme + " : bien écrit. " + BaremeText.line(Baremes.load(bareme)));
            return true;
        } catch (InvalidYaml | IllegalArgumentException wrong) {
            err().println(bareme + " : " + wrong.getMessage());
            return false;
        }
    }
}
