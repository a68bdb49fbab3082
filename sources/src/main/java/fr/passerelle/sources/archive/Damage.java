package fr.passerelle.sources.archive;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file whose bytes are not what they should be. */
public final class Damage {
    private Damage() {}

    /** The sentence for a file that is right, and for which there is no room to unpack it. */
    public static UnusableFile ofTemporary(String file, IOException cause) {
        return new UnusableFile(
                "Le fichier « %s » n'a pas pu être décompressé : vérifiez qu'il reste de la place sur le disque, et que le dossier des fichiers temporaires accepte qu'on y écrive."
                        .formatted(file),
                cause);
    }

    /** The sentence for it. */
    public static UnusableFile of(String file, @Nullable Throwable cause) {
        return new UnusableFile(
                "Le fichier « %s » est abîmé ou incomplet : demandez-le de nouveau, ou ouvrez-le et enregistrez-le encore une fois."
                        .formatted(file),
                cause);
    }
}
