package fr.passerelle.cli;

import fr.passerelle.schemas.event.Valeur;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which credits, what is best under them, and on which run. */
final class CreditsOption {

    @Option(
            names = "--credits",
            required = true,
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description = "Les crédits votés, en CSV (table « credits ») : refusé en entier s'il a une faute.")
    private Path file;

    @Option(
            names = "--valeur",
            paramLabel = "VALEUR",
            defaultValue = "HABITANTS",
            converter = ValeurName.class,
            completionCandidates = ValeurName.class,
            description = "Ce qui est cherché : HABITANTS (proches d'un lieu ouvert, selon le besoin), SCORE ou"
                    + " PRECOCITE (l'aide au plus tôt) ; sinon ${DEFAULT-VALUE}. Le barème en a le texte.")
    private Valeur valeur;

    @Option(
            names = "--as-of",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "L'exécution publiée d'où partir ; sinon, celle en vigueur.")
    private @Nullable Long run;

    Path file() {
        return file;
    }

    Valeur valeur() {
        return valeur;
    }

    /** The published run to start from; null for the current one. */
    @Nullable
    Long run() {
        return run;
    }
}
