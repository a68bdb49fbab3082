package fr.passerelle.console.operation;

import fr.passerelle.console.operation.FormArguments.OperationRefused;
import fr.passerelle.console.operation.OperationRunner.OperatorProgram;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.security.Account;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Where each page confirms and starts its operations, the same way: the page, the refusal on the page, the output after it. */
@Component
public record OperationForms(OperationRunner runner, OperatorProgram program, PageTexts wording) {

    /** The page that asks to confirm; again, with why what was typed was refused, in French. */
    public ModelAndView ask(Confirmation confirmation, @Nullable String refusal, @Nullable String motive) {
        return new ModelAndView("operation/confirmer", "section", confirmation.section())
                .addObject("page", new ConfirmationView(confirmation, possible(), refusal, motive));
    }

    /** Starts what was confirmed and goes to its output; where it is refused, the page again with the reason and what was typed. */
    public ModelAndView start(
            Confirmation confirmation, @Nullable String motive, Function<String, Operation> operation, Account by) {
        return start(motive, operation, by, refusal -> ask(confirmation, refusal, motive));
    }

    /** The same of what has a form of its own, which is shown again with why it was refused, in French. */
    public ModelAndView start(
            @Nullable String motive,
            Function<String, Operation> operation,
            Account by,
            Function<String, ModelAndView> again) {
        try {
            String checked = FormArguments.motive(motive);
            Operation asked = operation.apply(checked);
            runner.start(asked, by.id(), checked, null);
            return new ModelAndView("redirect:/operations/" + asked.lane().path());
        } catch (OperationRefused refused) {
            return again.apply(refused.said(wording));
        }
    }

    /** Whether anything may be started from here; else a page shows which command to type. */
    public boolean possible() {
        return program.isThere();
    }

    /** What is shown before an operation: what it will do, on what, how much of it; where its form goes, and who gives up. */
    public record Confirmation(
            String title, String effect, List<Fact> facts, String post, String back, String section, String typed) {}

    /** A confirmation as its page shows it, with why it was refused, in French, and the motive as typed; both null before. */
    record ConfirmationView(
            Confirmation confirmation,
            boolean possible,
            @Nullable String refusal,
            @Nullable String motive) {}

    /** A line of what a page tells before somebody confirms. */
    public record Fact(String name, String value) {}
}
