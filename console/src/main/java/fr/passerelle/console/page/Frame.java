package fr.passerelle.console.page;

import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of each page shows: where one is, and which run all of it comes from. */
@ControllerAdvice(annotations = Controller.class)
class Frame {

    private final CurrentResults current;

    Frame(CurrentResults current) {
        this.current = current;
    }

    /** The run under the whole page; null where none was published. */
    @ModelAttribute("run")
    @Nullable
    PublishedRun run() {
        return current.find().map(published -> published.run()).orElse(null);
    }

    /** Whether the data are a reconstruction, published or not yet. */
    @ModelAttribute("reconstitution")
    boolean reconstitution() {
        return current.demonstration();
    }

    /** First part of the path, for the line of the menu that is lit. */
    @ModelAttribute("section")
    String section(HttpServletRequest request) {
        String[] parts = request.getRequestURI().split("/");
        return parts.length > 1 ? parts[1] : "";
    }

    /** How French writes things. */
    @ModelAttribute("fr")
    PageFrench french() {
        return PageFrench.INSTANCE;
    }
}
