package fr.passerelle.cli;

import fr.passerelle.calendar.tour.TourOutcome;
import fr.passerelle.calendar.tour.TourRunner;
import fr.passerelle.published.decision.StepMotive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a calendar aside. */
@Command(
        name = "discard",
        description = "Écarte un calendrier préparé ou calculé : sa fiche et ce qu'il a dit restent.")
final class TourneesDiscardCommand extends ApplicationCommand {

    @Parameters(paramLabel = "CALENDRIER", converter = TourNumber.class, description = "Son numéro, comme T-000001.")
    private long no;

    @Mixin
    private final OptionalMotive motive = new OptionalMotive();

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        StepMotive why = motive.step();
        TourOutcome outcome = context.partOnDatabase(TourRunner.class).discard(no, why);
        String id = outcome.plan().id();
        if (json) {
            TourText.of(outcome.plan(), context, machines()).print(true);
        } else {
            out().println(
                            outcome.changed()
                                    ? "Le calendrier " + id
                                            + " est écarté ; sa fiche reste (« ./passerelle tournees show " + id
                                            + " »)."
                                    : "Le calendrier " + id + " est déjà écarté : rien n'est fait.");
        }
        return OutcomePrinter.DONE;
    }
}
