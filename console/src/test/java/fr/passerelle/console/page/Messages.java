package fr.passerelle.console.page;

import fr.passerelle.local.process.PrivateFiles;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
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
        source.setBasenames(properties("application.properties")
                .getProperty("spring.messages.basename", "")
                .split(","));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }

    /** Keys of a bundle. */
    public static Set<String> keys(String name) {
        return properties("messages/" + name + ".properties").stringPropertyNames();
    }

    private static Properties properties(String name) {
        return PrivateFiles.unchecked(() -> PropertiesLoaderUtils.loadProperties(new ClassPathResource(name)));
    }
}
