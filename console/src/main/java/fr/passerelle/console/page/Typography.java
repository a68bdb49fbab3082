package fr.passerelle.console.page;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
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
}
