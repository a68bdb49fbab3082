package fr.passerelle.console.page;

import fr.passerelle.texts.FrenchSpelling;
import java.util.Set;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;

/**
 * The text of a page as French is printed: names are in the hash of a run as the table of communes spells them. Values of fields, addresses, code and what a program said stay as they are.
 */
public final class PrintedText extends AbstractTemplateHandler {

    private static final Set<String> VERBATIM = Set.of("script", "style", "code", "pre", "textarea");

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
        String told = text.getText();
        String printed = verbatim > 0 ? told : FrenchSpelling.of(told);
        super.handleText(
                printed.equals(told) ? text : getContext().getModelFactory().createText(printed));
    }
}
