package fr.passerelle.console.page;

import java.nio.charset.StandardCharsets;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The French texts without a server. */
public final class Messages {

    private Messages() {}

    /** Those of the pages. */
    public static PageTexts ofThePages() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames("messages/commun", "messages/accueil", "messages/intercommunalites");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return new PageTexts(source);
    }
}
