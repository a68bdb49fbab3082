package fr.passerelle.schemas.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that are shipped with the program, in UTF-8. */
public final class TextResource {

    private TextResource() {}

    /** One of them, by its path among the resources, called {@code what} as a French sentence begins with it. */
    public static String of(String path, String what) {
        try (InputStream in = TextResource.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(what + " manque au programme");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(what + " ne se lit pas", failure);
        }
    }
}
