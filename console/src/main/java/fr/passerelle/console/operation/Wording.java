package fr.passerelle.console.operation;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The French sentences of the bundles, for what is put together before a template shows it. */
@Component
public class Wording {

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence under a key; a key that is missing is a fault of ours. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }

    /** The word of a stable code; the code itself where the bundle has none. */
    public String word(String family, String code) {
        String word = messages.getMessage(family + "." + code, null, code, Locale.FRENCH);
        return word == null ? code : word;
    }
}
