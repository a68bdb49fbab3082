package fr.passerelle.cli;

import fr.passerelle.cli.kit.RecomputeKit;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Finds the hash of a kit again. Needs no server. */
@Command(name = "run", description = "Refait le calcul d'un kit ; 1 si l'empreinte n'est pas celle qui a été publiée.")
final class KitRunCommand extends OperatorCommand {

    @Parameters(paramLabel = "DOSSIER", description = "Le kit.")
    private Path folder;

    @Override
    public Integer call() {
        RecomputeKit.Finding finding = new RecomputeKit(folder).recompute();
        out().println("Exécution " + finding.run());
        out().println("Publiée    " + finding.published());
        out().println("Recalculée " + finding.found());
        out().println(finding.agrees() ? "C'est la même." : "Ce n'est PAS la même.");
        return finding.agrees() ? OutcomePrinter.DONE : OutcomePrinter.FAILED;
    }
}
