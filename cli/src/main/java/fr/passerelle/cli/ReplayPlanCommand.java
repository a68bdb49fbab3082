package fr.passerelle.cli;

import fr.passerelle.batch.replay.ReplayPlanner;
import fr.passerelle.published.decision.StepMotive;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Freezes what a replay will be. */
@Command(name = "plan", description = "Prépare un rejeu : montre ce qu'il toucherait, et le fige. Rien n'est calculé.")
final class ReplayPlanCommand extends ApplicationCommand {

    @Option(
            names = "--bareme",
            required = true,
            paramLabel = "BAREME",
            description = "Barème sous lequel rejouer : livré, ou un fichier.")
    private String bareme;

    @Option(
            names = "--epci",
            paramLabel = "SIREN",
            converter = Siren.class,
            description = "Une intercommunalité à rejouer ; sinon, toute la région. Se répète.")
    private List<String> epcis = List.of();

    @Option(
            names = "--room",
            paramLabel = "SALLE",
            description = "Une salle : toute son intercommunalité est rejouée. Se répète.")
    private List<String> rooms = List.of();

    @Option(
            names = "--run",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "Jusqu'à quelle exécution publiée ; sinon, celle en vigueur.")
    private @Nullable Long run;

    @Option(
            names = "--as-of",
            paramLabel = "AAAA-MM",
            converter = Month.class,
            description = "Mois de la situation ; sinon, celui de l'exécution.")
    private @Nullable String asOf;

    @Mixin
    private final RequiredMotive motive = new RequiredMotive();

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        StepMotive why = motive.step();
        ReplayPlanner.Request asked = new ReplayPlanner.Request(bareme, epcis, rooms, run, asOf, why);
        var planned = context.partOnDatabase(ReplayPlanner.class).plan(asked);
        ReplayText.of(planned, context, out(json)).print(json);
        return OutcomePrinter.DONE;
    }
}
