package fr.passerelle.cli.night;

import fr.passerelle.batch.input.Inputs.NightlyRequest;
import fr.passerelle.batch.nightly.LiveRuns;
import fr.passerelle.cli.command.Arguments.InputPath;
import fr.passerelle.cli.command.Arguments.Month;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.sources.input.SourceNames;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs one night. */
@Command(name = "nightly", description = "Une exécution : importe, note, propose, publie.")
public final class NightlyCommand extends RunCommand {

    @Option(
            names = "--rooms",
            required = true,
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description = "L'inventaire des salles, entier.")
    private Path rooms;

    @Option(
            names = "--attendance",
            required = true,
            arity = "1..*",
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description = "Les relevés de fréquentation ; le dernier corrige les précédents.")
    private List<Path> attendance;

    @Option(
            names = "--intercommunalites",
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description = "Ce que les intercommunalités ont dit : coûts, souhaits, tiers lieux existants.")
    private @Nullable Path intercommunalites;

    @Option(
            names = "--sites",
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description = "Les autres lieux qui pourraient accueillir le tiers lieu, en entier.")
    private @Nullable Path sites;

    @Option(
            names = "--territoires",
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description = "L'accès aux services, commune par commune (SDAASP) : montré, hors de la note.")
    private @Nullable Path territoires;

    @Option(
            names = "--besoins",
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description = "Ce que les diagnostics ont recueilli, en nombres : montré, sans effet sur l'ordre.")
    private @Nullable Path besoins;

    @Option(
            names = "--mapping",
            arity = "1..*",
            paramLabel = "MAPPING",
            converter = InputPath.class,
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

    @Override
    public Integer call() {
        if (onTerminal()) {
            tellNames();
        }
        NightlyRequest request = new NightlyRequest(files(), mappings, asOf, bareme, force, replaces);
        return conclude(() -> context.partOnDatabase(LiveRuns.class).night(request));
    }

    private Map<SourceRole, List<Path>> files() {
        Map<SourceRole, List<Path>> files = new EnumMap<>(SourceRole.class);
        files.put(SourceRole.ROOMS, List.of(rooms));
        files.put(SourceRole.ATTENDANCE, attendance);
        files.put(SourceRole.INTERCOMMUNALITES, given(intercommunalites));
        files.put(SourceRole.SITES, given(sites));
        files.put(SourceRole.TERRITOIRES, given(territoires));
        files.put(SourceRole.BESOINS, given(besoins));
        return files;
    }

    private static List<Path> given(@Nullable Path path) {
        return path == null ? List.of() : List.of(path);
    }

    /** Rejects and reports know a file by its hash where its name may name somebody. */
    private void tellNames() {
        SourceNames names = new SourceNames();
        files().values().stream()
                .flatMap(List::stream)
                .filter(Files::isRegularFile)
                .forEach(path -> {
                    String own = String.valueOf(path.getFileName());
                    String kept = names.ofFile(own, () -> hash(path));
                    if (!kept.equals(own)) {
                        err().println("« %s » s'appelle « %s » dans ce qui est gardé, s'il n'a pas de mapping."
                                .formatted(Quote.shownWord(own), kept));
                    }
                });
    }

    private static String hash(Path path) {
        try {
            return Sha256.of(path);
        } catch (IOException unreadable) {
            throw new UnusableFile(
                    "Le fichier « " + Quote.of(String.valueOf(path.getFileName())) + " » ne peut pas être lu.",
                    unreadable);
        }
    }
}
