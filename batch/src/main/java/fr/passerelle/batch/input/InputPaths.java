package fr.passerelle.batch.input;

import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.mapping.Mapping;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the files of the run that stands open are on this machine, by their SHA-256. A path may hold a person's name: it is kept in a
 * folder that only its owner can read, never in the database, and only as long as the run may have to be taken up.
 */
public class InputPaths {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final Pattern FULL = Pattern.compile("No space left|quota exceeded", Pattern.CASE_INSENSITIVE);

    private final Path folder;

    public InputPaths(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** @throws RunRefused when they cannot be kept: a restart would not find its files */
    public void remember(List<InputFile> files) {
        try {
            Files.createDirectories(folder, owner("rwx------"));
            for (InputFile file : files) {
                write(file.sha256(), file.path().toAbsolutePath().normalize());
            }
        } catch (IOException e) {
            throw new RunRefused(
                    "L'emplacement des fichiers ne peut pas être retenu dans le dossier « " + folder
                            + " », dont une reprise aurait besoin : " + whatToDo(e),
                    e);
        }
    }

    /** Rights are not to be looked at where there is no room left. */
    static String whatToDo(IOException fault) {
        return FULL.matcher(String.valueOf(fault.getMessage())).find()
                ? "son disque est plein, ou le compte a pris toute sa part ; faites de la place, puis recommencez."
                : "vérifiez qu'on peut y écrire (passerelle.inputs).";
    }

    public void forget(List<Input> inputs) {
        inputs.forEach(input -> delete(fileOf(input.sha256())));
    }

    /** Whether the file is where it was, as it was. */
    public boolean holds(Input input) {
        return find(input).map(path -> fileAt(path, input).unchanged()).orElse(false);
    }

    /** The file of an input; an OutsideFault where nothing tells where it is. */
    public InputFile file(Input input) {
        return find(input)
                .map(path -> fileAt(path, input))
                .orElseThrow(() -> new OutsideFault("Rien ne dit plus où est le fichier de la source « " + input.name()
                        + " » : donnez-le à la reprise (« ./passerelle restart EXECUTION --file FICHIER »)."));
    }

    private static InputFile fileAt(Path path, Input input) {
        Mapping mapping = Mapping.written(input.mapping(), input.name());
        return new InputFile(
                path, input.name(), input.sha256(), input.part(), input.rows(), input.lines(), mapping, false);
    }

    /** The registers of a run, in its order. */
    public List<InputFile> attendance(Run run) {
        return run.parameters().of(SourceRole.ATTENDANCE).stream()
                .map(this::file)
                .toList();
    }

    /**
     * Learns where files of a run, told as people say it, are now; each is recognised by its content.
     *
     * @throws RunRefused when one is not of this run, or cannot be read
     */
    public void learn(String run, List<Input> inputs, List<Path> paths) {
        remember(paths.stream().map(path -> recognised(run, inputs, path)).toList());
    }

    private static InputFile recognised(String run, List<Input> inputs, Path path) {
        String sha256 = hash(path);
        return inputs.stream()
                .filter(input -> input.sha256().equals(sha256))
                .findFirst()
                .map(input -> fileAt(path, input))
                .orElseThrow(() -> new RunRefused("Le fichier « " + path + " » n'est aucun de ceux de l'exécution "
                        + run + ", ou a changé depuis : donnez-le tel qu'il était à son ouverture."));
    }

    private static String hash(Path path) {
        try {
            return Sha256.of(path);
        } catch (IOException e) {
            throw new RunRefused(
                    "Le fichier « " + path + " » ne peut pas être lu : vérifiez son nom, son dossier et vos droits.",
                    e);
        }
    }

    private Optional<Path> find(Input input) {
        try {
            return Optional.of(Path.of(Files.readString(fileOf(input.sha256()))));
        } catch (IOException | InvalidPathException gone) {
            return Optional.empty();
        }
    }

    private Path fileOf(String sha256) {
        return folder.resolve(sha256 + ".path");
    }

    private void write(String sha256, Path path) throws IOException {
        Path written = Files.createTempFile(folder, "place", ".part", owner("rw-------"));
        Files.writeString(written, path.toString());
        Files.move(written, fileOf(sha256), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new RunRefused(
                    "Le fichier « " + file + " », qui dit où était un fichier d'entrée, ne peut pas être effacé : "
                            + "effacez-le vous-même.",
                    e);
        }
    }

    private static FileAttribute<?>[] owner(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
