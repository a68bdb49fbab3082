package fr.passerelle.console.operation;

import fr.passerelle.console.page.PageTexts;
import java.util.List;

/** What was typed or asked cannot be done; nothing was done. */
public final class OperationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    /** @param key of the sentence that says what is wrong and what to do, with its arguments */
    public OperationRefused(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** In French. */
    public String said(PageTexts wording) {
        return wording.say(key, arguments.toArray());
    }
}
