package fr.passerelle.console.page;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The French sentences of the pages, by key of {@code messages/}. */
@Component
public class PageTexts {

    private final MessageSource messages;

    PageTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** A sentence with its arguments; it throws where there is none under this key. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRANCE);
    }

    /** The word of a stable code; the code itself where there is none. */
    public String word(String family, String code) {
        return Objects.requireNonNull(messages.getMessage(family + "." + code, null, code, Locale.FRANCE));
    }
}
