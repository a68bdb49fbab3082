package fr.passerelle.console.page;

import fr.passerelle.sheets.french.FrenchNames;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Pages are printed as French is, whatever a file or the table of communes has: see {@link PrintedText}. */
@Component
final class Typography extends AbstractDialect implements IPostProcessorDialect {

    private static final int LAST = 1_000;

    Typography() {
        super("typographie");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, PrintedText.class, LAST));
    }

    /** The text of a page as French is printed: values of fields, addresses, code and what a program said stay as they are. */
    public static final class PrintedText extends AbstractTemplateHandler {

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
            String printed = verbatim > 0 ? told : FrenchNames.spelled(told);
            super.handleText(
                    printed.equals(told) ? text : getContext().getModelFactory().createText(printed));
        }
    }
}
