package fr.passerelle.batch.source.archive;

import fr.passerelle.batch.source.reject.UnusableFile;
import org.jspecify.annotations.Nullable;

/** A file whose bytes are not what they should be. */
public final class Damage {

    private Damage() {}

    /**
     * The sentence for it.
     *
     * @param file what the file is called
     * @param cause what happened below
     */
    public static UnusableFile of(String file, @Nullable Throwable cause) {
        return new UnusableFile(
                "Le fichier « %s » est abîmé ou incomplet : demandez-le de nouveau, ou ouvrez-le et enregistrez-le encore une fois."
                        .formatted(file),
                cause);
    }
}
