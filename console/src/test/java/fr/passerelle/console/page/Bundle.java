package fr.passerelle.console.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The French texts of a page, as its bundle has them. */
public final class Bundle {

    private Bundle() {}

    /** Keys of a bundle. */
    public static Set<String> keys(String name) {
        try (var in = Bundle.class.getResourceAsStream("/messages/" + name + ".properties")) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
            return texts.stringPropertyNames();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
