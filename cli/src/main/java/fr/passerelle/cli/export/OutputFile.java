package fr.passerelle.cli.export;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A file that a person asked for: it appears whole or not at all, and never in the place of another unless that was asked for too. */
public final class OutputFile {

    private static final String NOT_ALLOWED = "vous n'avez pas le droit d'écrire dans ce dossier";

    private OutputFile() {}

    /** What fills a file: where it is, or what is written into it. */
    @FunctionalInterface
    public interface Content<T> {

        /** Writes everything. */
        void writeTo(T out) throws IOException;
    }

    /** Throws {@link UnusableFile}, with the sentence for the user, where {@link #write} could not write; null where no file is asked for. */
    public static void requireFree(@Nullable Path file, boolean force) {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refusal(file, "son dossier n'existe pas : créez-le, ou donnez un autre nom");
        }
        if (Files.isDirectory(file)) {
            throw refusal(file, "c'est un dossier : donnez un nom de fichier");
        }
        if (!Files.isWritable(folder)) {
            throw refusal(file, NOT_ALLOWED);
        }
        if (Files.exists(file) && !force) {
            throw refusal(file, "il existe déjà : donnez un autre nom, ou ajoutez --force pour le remplacer");
        }
    }

    /** Makes a folder where it is not there; {@link UnusableFile}, with the sentence for the user, where such files could not be written. */
    public static void requireFree(Path folder, Collection<String> names, boolean force) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UnusableFile(
                    "Le dossier « " + folder + " » ne peut pas être fait : donnez-en un autre.", failure);
        }
        names.forEach(name -> requireFree(folder.resolve(name), force));
    }

    /** Writes the file, over another if it may; {@link UnusableFile}, with the sentence for the user, where it cannot, and nothing is left. */
    public static void write(Path file, boolean force, Content<OutputStream> content) {
        make(file, force, partial -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
                content.writeTo(out);
            }
        });
    }

    /** The same, of text. */
    public static void write(Path file, boolean force, String text) {
        write(file, force, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same, of JSON, a line a field. */
    public static void writeJson(Path file, boolean force, Object value) {
        write(file, force, out -> out.write(json(value)));
    }

    static byte[] json(Object value) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    /** The same, of what is filled by its name: an empty file that stands beside. */
    static void make(Path file, boolean force, Content<Path> content) {
        requireFree(file, force);
        Path folder = file.toAbsolutePath().getParent();
        try {
            Path partial = Files.createTempFile(folder, ".passerelle-", ".partiel");
            try {
                content.writeTo(partial);
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (AccessDeniedException denied) {
            throw new UnusableFile(sentence(file, NOT_ALLOWED), denied);
        } catch (IOException | UncheckedIOException failure) {
            throw new UnusableFile(sentence(file, "vérifiez la place qui reste sur le disque et recommencez"), failure);
        }
    }

    private static UnusableFile refusal(Path file, String why) {
        return new UnusableFile(sentence(file, why));
    }

    private static String sentence(Path file, String why) {
        return "Le fichier « %s » ne peut pas être écrit : %s.".formatted(file, why);
    }
}
