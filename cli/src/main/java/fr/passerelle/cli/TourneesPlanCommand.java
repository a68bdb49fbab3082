package fr.passerelle.cli;

import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.calendar.tour.TourPlanner;
import fr.passerelle.calendar.tour.TourRequest;
import fr.passerelle.published.decision.StepMotive;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Freezes what a calendar will be. */
@Command(
        name = "plan",
        description = "Prépare un calendrier : fige l'exécution, le barème, les fichiers, les semaines et ce qui est"
                + " publié. Rien n'est calculé.")
final class TourneesPlanCommand extends ApplicationCommand {

    @Option(
            names = "--animateurs",
            required = true,
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description = "Qui peut tenir des séances, en CSV (table « animateurs ») : sous un identifiant opaque,"
                    + " jamais un nom ; refusé en entier s'il a une faute.")
    private Path animateurs;

    @Option(
            names = "--lieux",
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description = "Horaires, fermetures et places, en CSV (table « lieux ») ; sinon, ceux que le barème"
                    + " suppose.")
    private @Nullable Path lieux;

    @Option(
            names = "--trajets",
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description = "Les minutes de route connues, en CSV (table « trajets ») ; sinon, celles que le barème"
                    + " estime.")
    private @Nullable Path trajets;

    @Option(
            names = "--vacances",
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description =
                    "Les vacances scolaires et les jours de fermeture au-delà de ceux que le programme connaît, en"
                            + " CSV (table « vacances »).")
    private @Nullable Path vacances;

    @Option(
            names = "--sans-vacances",
            description =
                    "Va au-delà des vacances connues, sans en tenir compte : chaque page, flux et affiche le dit.")
    private boolean withoutHolidays;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "AAAA-MM-JJ",
            converter = Day.class,
            description = "Le premier jour : un lundi.")
    private LocalDate from;

    @Option(
            names = "--weeks",
            required = true,
            paramLabel = "N",
            description = "Combien de semaines : un multiple de quatre.")
    private int weeks;

    @Option(
            names = "--as-of",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "L'exécution publiée dont servir les étapes ; sinon, celle en vigueur.")
    private @Nullable Long run;

    @Mixin
    private final RequiredMotive motive = new RequiredMotive();

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        StepMotive why = motive.step();
        TourPlanner planner = context.partOnDatabase(TourPlanner.class);
        TourPlan planned = planner.plan(
                new TourRequest(animateurs, lieux, trajets, vacances, withoutHolidays, from, weeks, run, why));
        TourText text = TourText.of(planned, context, out(json));
        text.print(json);
        if (!json) {
            text.sizes(planner.sizes(planned));
        }
        return OutcomePrinter.DONE;
    }
}
