package fr.passerelle.console.run;

import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.CurrentResults.NothingPublished;
import fr.passerelle.console.run.RunViews.RunView;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** In place of any page of results before the first publication: the first run step by step, or what to do where none began, or it stopped. */
@ControllerAdvice
class FirstNightPage {

    /** What the frame knows it by while it follows: without a script, it asks for itself again. */
    private static final String FOLLOWED = "premiere-nuit";

    /** The same once nothing moves by itself any more. */
    private static final String STOPPED = "premiere-arretee";

    private final CurrentResults current;
    private final RunViews desk;

    FirstNightPage(CurrentResults current, RunViews desk) {
        this.current = current;
        this.desk = desk;
    }

    /** The model of the page that failed is lost: of what its frame shows, only these are needed here. */
    @ExceptionHandler(NothingPublished.class)
    @ResponseStatus(HttpStatus.OK)
    String show(Model model) {
        Optional<RunView> last = desk.last().filter(run -> !run.published());
        model.addAttribute("section", last.map(RunView::running).orElse(true) ? FOLLOWED : STOPPED);
        model.addAttribute("reconstitution", current.demonstration());
        last.ifPresent(run -> model.addAttribute("page", run));
        return "run/premiere";
    }
}
