package fr.passerelle.console.tour;

import fr.passerelle.console.operation.ActingAccount;
import fr.passerelle.console.page.CsvAnswer;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.AuditAction;
import fr.passerelle.published.current.PublishedResults;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How far each étape has come: proposed, decided, opened, held, attended. */
@Controller
class SuiviPage {

    private final FollowUps followUps;
    private final CurrentResults current;
    private final Audit audit;

    SuiviPage(FollowUps followUps, CurrentResults current, Audit audit) {
        this.audit = audit;
        this.followUps = followUps;
        this.current = current;
    }

    @GetMapping("/suivi")
    String show(Model model) {
        model.addAttribute("page", followUps.of(current.get()));
        return "tour/suivi";
    }

    @GetMapping("/suivi/suivi.csv")
    void table(Authentication who, HttpServletResponse response) throws IOException {
        audit.read(ActingAccount.accountId(who), AuditAction.EXPORTED, "suivi");
        PublishedResults published = current.get();
        CsvAnswer.write(
                response,
                "suivi",
                FollowUpFile.HEADER,
                out -> FollowUpFile.each(
                        followUps.of(published), published.run().demonstration(), out));
    }
}
