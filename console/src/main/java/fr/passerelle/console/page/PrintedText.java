package fr.passerelle.console.page;

import java.util.Set;
import java.util.regex.Pattern;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;

/**
 * The text of a page with the apostrophe between letters, and « Sœurs », as they are printed: the names of the table of communes have
 * neither, and are in the hash of a run. Values of fields, addresses, code and what a program said stay as they are.
 */
public final class PrintedText extends AbstractTemplateHandler {

    private static final Set<String> VERBATIM = Set.of("script", "style", "code", "pre", "textarea");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})(?:'|&#39;)(?=\\p{L})");

    private int verbatim;

    @Override
    public void handleOpenElement(IOpenElementTag element) {
        verbatim += VERBATIM.contains(element.getElementCompleteName()) ? 1 : 0;
        super.handleOpenElement(element);
    }

    @Override
    public void handleCloseElement(ICloseElementTag element) {
        verbatim -= VERBATIM.contains(element.getElementCompleteName()) ? 1 : 0;
        super.handleCloseElement(element);
    }

    @Override
    public void handleText(IText text) {
        super.handleText(verbatim > 0 ? text : getContext().getModelFactory().createText(printed(text.getText())));
    }

    private static String printed(String text) {
        return APOSTROPHE.matcher(text).replaceAll("’").replace("Soeurs", "Sœurs");
    }
}
