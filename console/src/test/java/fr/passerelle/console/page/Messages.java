package fr.passerelle.console.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The French texts without a server: the bundles that the console's settings name. */
public final class Messages {

    private Messages() {}

    /** Those of the pages. */
    public static PageTexts ofThePages() {
        return new PageTexts(source());
    }

    /** All bundles. */
    static MessageSource source() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(names());
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }

    /** Keys of a bundle. */
    public static Set<String> keys(String name) {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages/" + name + ".properties"))
                    .stringPropertyNames();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] names() {
        try {
            var settings = PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
            return Objects.requireNonNull(settings.getProperty("spring.messages.basename"))
                    .split(",");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
