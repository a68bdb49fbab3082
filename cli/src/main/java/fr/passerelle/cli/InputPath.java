package fr.passerelle.cli;

import fr.passerelle.schemas.person.Quote;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file or folder that a command reads: that it is there is seen as the command is typed, before anything starts. */
final class InputPath implements ITypeConverter<Path> {

    @Override
    public Path convert(String value) {
        Path path = path(value);
        if (!Files.isReadable(path)) {
            throw new TypeConversionException("« " + Quote.of(String.valueOf(path.getFileName()))
                    + (Files.notExists(path)
                            ? " » n'existe pas : vérifiez son nom et son dossier."
                            : " » ne peut pas être lu : vérifiez vos droits."));
        }
        return path;
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException impossible) {
            throw new TypeConversionException("« " + Quote.of(value) + " » n'est pas un nom de fichier.");
        }
    }
}
