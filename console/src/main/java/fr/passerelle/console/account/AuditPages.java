package fr.passerelle.console.account;

import fr.passerelle.console.page.CsvAnswer;
import fr.passerelle.console.page.Paging;
import fr.passerelle.console.security.Account;
import fr.passerelle.console.security.AccountAdministration;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.Outcome;
import fr.passerelle.published.audit.AuditAction;
import fr.passerelle.published.audit.AuditColumns;
import fr.passerelle.published.audit.AuditTable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit, page after page, and what was looked for in it as a file for a spreadsheet. */
@Controller
class AuditPages {

    private static final int SIZE = 50;

    private final AccountAdministration desk;
    private final AuditTable lines;
    private final Audit audit;

    AuditPages(AccountAdministration desk, AuditTable lines, Audit audit) {
        this.desk = desk;
        this.lines = lines;
        this.audit = audit;
    }

    /**
     * The lines that were looked for, by pages.
     *
     * @param accounts to choose from
     * @param actions codes to choose from
     * @param refusals how many were refused without a line, in the last thirty days
     */
    record AuditList(
            AuditForm form,
            List<AuditLine> lines,
            List<Account> accounts,
            List<String> actions,
            long refusals,
            Paging pages) {

        /** Codes to choose from. */
        public Outcome[] outcomes() {
            return Outcome.values();
        }
    }

    @GetMapping("/comptes/registre")
    String list(AuditForm form, @RequestParam(defaultValue = "1") int page, Model model) {
        Paging paging = Paging.of(page, SIZE, lines.count(form.selection()));
        List<Account> accounts = desk.all();
        model.addAttribute(
                "page",
                new AuditList(
                        form,
                        AuditLine.of(lines.page(form.selection(), SIZE, paging.offset()), accounts),
                        accounts,
                        lines.actions(),
                        lines.refusals(),
                        paging));
        return "account/registre";
    }

    @GetMapping("/comptes/registre/csv")
    void csv(@AuthenticationPrincipal Account by, AuditForm form, HttpServletResponse response) throws IOException {
        audit.read(by.id(), AuditAction.EXPORTED, "registre");
        CsvAnswer.write(
                response,
                "registre",
                AuditColumns.HEADER,
                out -> lines.each(form.selection(), entry -> out.accept(AuditColumns.line(entry))));
    }
}
