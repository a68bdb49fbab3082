package fr.passerelle.cli;

import fr.passerelle.calendar.tour.TourOutcome;
import fr.passerelle.calendar.tour.TourRunner;
import fr.passerelle.published.decision.StepMotive;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes a calendar. */
@Command(
        name = "publish",
        description = "Publie un calendrier calculé : ce que les habitants peuvent retenir. Refuse si autre chose a"
                + " été publié depuis qu'il a été préparé.")
final class TourneesPublishCommand extends ApplicationCommand {

    @Parameters(paramLabel = "CALENDRIER", converter = TourNumber.class, description = "Son numéro, comme T-000001.")
    private long no;

    @Option(
            names = "--epci",
            paramLabel = "SIREN",
            converter = Siren.class,
            description = "Une intercommunalité à publier ; sinon, toutes celles du calendrier. Se répète.")
    private List<String> epcis = List.of();

    @Mixin
    private final RequiredMotive motive = new RequiredMotive();

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        StepMotive why = motive.step();
        TourOutcome outcome = context.partOnDatabase(TourRunner.class).publish(no, epcis, why);
        String id = outcome.plan().id();
        if (json) {
            TourText.of(outcome.plan(), context, machines()).print(true);
        } else {
            out().println(
                            outcome.changed()
                                    ? "Le calendrier " + id + " est publié."
                                    : "Le calendrier " + id + " est déjà publié : rien n'est fait.");
        }
        if (outcome.passed() > 0) {
            err().println(CommandFrench.counted(outcome.passed(), "séance", "séances")
                    + " dont l'heure est passée, ou qui étaient annoncées trop tôt pour bouger encore : rien n'en est"
                    + " dit. Ce qui était annoncé pour ces jours reste.");
        }
        TourText.pending(outcome, err());
        return OutcomePrinter.DONE;
    }
}
