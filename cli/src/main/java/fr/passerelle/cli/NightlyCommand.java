package fr.passerelle.cli;

import fr.passerelle.batch.input.NightlyRequest;
import fr.passerelle.batch.nightly.Nightly;
import fr.passerelle.schemas.bareme.Baremes;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs one night. */
@Command(name = "nightly", description = "Une exécution : importe, note, propose, publie.")
final class NightlyCommand extends RunCommand {

    @Option(
            names = "--rooms",
            required = true,
            paramLabel = "FICHIER", converter = InputPath.class,
            description = "L'inventaire des salles, entier.")
    @SuppressWarnings("NullAway.Init")
    private Path rooms;

    @Option(
            names = "--attendance",
            required = true,
            arity = "1..*",
            paramLabel = "FICHIER", converter = InputPath.class,
            description = "Les relevés de fréquentation ; le dernier corrige les précédents.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> attendance;

    @Option(
            names = "--intercommunalites",
            paramLabel = "FICHIER", converter = InputPath.class,
            description = "Ce que les intercommunalités ont dit : coûts, souhaits, tiers lieux existants.")
    private @Nullable Path intercommunalites;

    @Option(
            names = "--sites",
            paramLabel = "FICHIER", converter = InputPath.class,
            description = "Les autres lieux qui pourraient accueillir le tiers lieu, en entier.")
    private @Nullable Path sites;

    @Option(
            names = "--territoires",
            paramLabel = "FICHIER", converter = InputPath.class,
            description = "L'accès aux services, commune par commune (SDAASP) : montré, hors de la note.")
    private @Nullable Path territoires;

    @Option(
            names = "--besoins",
            paramLabel = "FICHIER", converter = InputPath.class,
            description = "Ce que les diagnostics ont recueilli, en nombres : montré, sans effet sur l'ordre.")
    private @Nullable Path besoins;

    @Option(
            names = "--mapping",
            arity = "1..*",
            paramLabel = "MAPPING", converter = InputPath.class,
            description =
                    "Comment lire les fichiers qui n'ont pas nos colonnes : des mappings, ou un dossier de mappings.")
    private List<Path> mappings = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "AAAA-MM",
            converter = Month.class,
            description = "Mois de la situation ; sinon, le dernier mois de fréquentation.")
    private @Nullable String asOf;

    @Option(
            names = "--bareme",
            paramLabel = "BAREME",
            description = "Barème livré ou fichier, de la première exécution ; sinon celui qui est en vigueur, ou "
                    + Baremes.DEFAULT
                    + " quand rien n'est publié. On en change par « ./passerelle replay put-in-force ».")
    private @Nullable String bareme;

    @Option(
            names = "--replaces",
            paramLabel = "EMPREINTE",
            description = "Registre que ceux-ci remplacent : ce qu'il disait seul est retiré (« ./passerelle files »).")
    private List<String> replaces = List.of();

    @Option(names = "--force", description = "Lance une exécution même si rien n'a changé.")
    private boolean force;

    NightlyCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        NightlyRequest request = new NightlyRequest(
                rooms,
                attendance,
                intercommunalites,
                sites,
                territoires,
                besoins,
                mappings,
                asOf,
                bareme,
                force,
                replaces);
        return conclude(() -> context.partOnDatabase(Nightly.class).run(request));
    }
}
