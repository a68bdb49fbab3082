package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.person.PersonLines;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.schemas.yaml.TextProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping's own file: UTF-8, not large. */
final class MappingFile {

    /** Largest mapping, in bytes. */
    static final int MAX_BYTES = 256 * 1024;

    private MappingFile() {}

    static Mapping read(Path file) {
        String name = String.valueOf(file.getFileName());
        return Mapping.parse(PersonLines.requireNobodyInRemarks(called(name), text(name, bytes(file, name))), name);
    }

    private static byte[] bytes(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw refusal(
                        name,
                        "il dépasse %d Kio ; vérifiez que c'est bien un mapping".formatted(MAX_BYTES / 1024),
                        null);
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw refusal(name, "il n'existe pas ; vérifiez son nom et son dossier", missing);
        } catch (IOException failure) {
            throw refusal(
                    name,
                    "il ne peut pas être lu ; vérifiez que c'est un fichier et que vous avez le droit de le lire",
                    failure);
        }
    }

    private static String text(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException failure) {
            throw refusal(name, "il n'est pas en UTF-8 ; enregistrez-le en UTF-8", failure);
        }
    }

    private static InvalidYaml refusal(String name, String message, @Nullable Throwable cause) {
        return new InvalidYaml(called(name), List.of(TextProblem.ofAll(message)), cause);
    }

    private static String called(String name) {
        return "Le mapping « " + name + " »";
    }
}
