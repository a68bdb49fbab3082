package fr.passerelle.batch.input;

import fr.passerelle.published.run.Run.Input;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.schemas.person.SafeWords;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.input.Mappings;
import fr.passerelle.sources.input.SourceNames;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the paths that a person gave to files that were read once from end to end, each under its own name. */
public final class Inputs {

    private static final Logger LOG = LoggerFactory.getLogger(Inputs.class);

    /** A file that a person gave for a run: what the run keeps of it, and the file itself. */
    public record GivenFile(Input input, InputFile file) {}

    private final SourceNames names = new SourceNames();
    private final List<GivenFile> given = new ArrayList<>();
    private final Mappings mappings;

    private Inputs(Mappings mappings) {
        this.mappings = mappings;
    }

    /** @throws UnusableFile when one cannot be used */
    public static List<GivenFile> examine(NightlyRequest request) {
        Inputs inputs = new Inputs(Mappings.read(request.mappings()));
        request.files().forEach((role, paths) -> paths.forEach(path -> inputs.examine(role, path)));
        List<String> idle = inputs.mappings.idle();
        if (!idle.isEmpty()) {
            LOG.info("{} mapping(s) sans fichier cette nuit : {}.", idle.size(), String.join(", ", idle));
        }
        inputs.requireDistinct();
        return List.copyOf(inputs.given);
    }

    /** The same of an export of rejects, corrected; refused as an UnusableFile where it cannot be used. */
    public static GivenFile resubmitted(Path path) {
        Inputs inputs = new Inputs(Mappings.read(List.of()));
        InputFile.requireReadable(path);
        String name = inputs.name(path, Mapping.RESUBMISSION);
        inputs.examine(SourceRole.ATTENDANCE, path, name, Mapping.RESUBMISSION);
        return inputs.given.getFirst();
    }

    private void examine(SourceRole role, Path path) {
        InputFile.requireReadable(path);
        List<Mapping> found = mappings.of(path, schema(role).name());
        if (found.size() > 1 && role != SourceRole.ATTENDANCE) {
            throw Mappings.twoFor(found);
        }
        found.forEach(mapping -> examine(role, path, name(path, mapping), mapping));
    }

    private void examine(SourceRole role, Path path, String name, Mapping mapping) {
        InputFile file = InputFile.examine(path, name, schema(role), mapping);
        List<String> admitted = mapping.recipe().admissions().entrySet().stream()
                .map(column ->
                        "« " + SafeWords.show(column.getKey()) + " » (" + SafeWords.show(column.getValue()) + ")")
                .toList();
        Input input = new Input(
                role,
                name,
                file.sha256(),
                file.part(),
                file.rows(),
                file.lines(),
                file.mapping().text(),
                admitted);
        given.add(new GivenFile(input, file));
    }

    /** The same file may give rooms by one mapping and attendance by another, or two sheets; the same way twice is a mistake. */
    private void requireDistinct() {
        Set<List<Object>> seen = new HashSet<>();
        for (GivenFile one : given) {
            Input input = one.input();
            if (!seen.add(List.of(input.role(), input.identity(), input.mapping()))) {
                throw new UnusableFile("Le fichier « " + input.name()
                        + " » est donné deux fois (même contenu) : ne le donnez qu'une fois.");
            }
        }
    }

    private String name(Path path, Mapping mapping) {
        return mapping.name().isEmpty()
                ? names.ofFile(String.valueOf(path.getFileName()), () -> sha256(path))
                : names.of(mapping.name());
    }

    private static String sha256(Path path) {
        try {
            return Sha256.of(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableSchema schema(SourceRole role) {
        return switch (role) {
            case ROOMS -> TableSchema.SALLES;
            case ATTENDANCE -> TableSchema.FREQUENTATION;
            case INTERCOMMUNALITES -> TableSchema.INTERCOMMUNALITES;
            case SITES -> TableSchema.SITES;
            case TERRITOIRES -> TableSchema.TERRITOIRES;
            case BESOINS -> TableSchema.BESOINS;
            default -> throw new IllegalArgumentException("No table schema for " + role);
        };
    }

    /**
     * What a person asks of a night.
     *
     * @param files in the order of their roles, registers so that later ones correct earlier ones; without one of another role what is known of
     *     it stays
     * @param mappings how files are read: files and folders of mappings; a file that none names has the columns of its table
     * @param asOf YYYY-MM; null for the latest month
     * @param bareme identifier of a shipped one, or path of a file; null for the one in force
     * @param replaces hashes, or their beginnings, of the registers that these take the place of
     * @param force runs although nothing changed
     */
    public record NightlyRequest(
            Map<SourceRole, List<Path>> files,
            List<Path> mappings,
            @Nullable String asOf,
            @Nullable String bareme,
            boolean force,
            List<String> replaces) {

        public NightlyRequest {
            files = new TreeMap<>(files);
        }
    }
}
