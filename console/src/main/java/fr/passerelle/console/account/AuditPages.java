package fr.passerelle.console.account;

import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.page.Listing;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.security.Account;
import fr.passerelle.console.security.Accounts;
import fr.passerelle.published.audit.Audit.Outcome;
import fr.passerelle.published.audit.AuditTable;
import fr.passerelle.published.audit.AuditTable.AuditEntry;
import fr.passerelle.published.audit.AuditTable.AuditSelection;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The audit, page after page, and what was looked for in it as a file for a spreadsheet. */
@Controller
record AuditPages(Accounts accounts, AuditTable lines, FileAnswer files) {

    private static final int SIZE = 50;

    /** The lines that were looked for, by pages, and how many were refused without a line, in the last thirty days. */
    record AuditList(
            AuditForm form,
            Slice<AuditEntry> slice,
            Map<String, String> accounts,
            Map<String, String> actions,
            long refusals) {

        /** Codes to choose from. */
        public Map<String, String> outcomes() {
            return Listing.codes(List.of(Outcome.values()));
        }
    }

    @GetMapping("/comptes/registre")
    ModelAndView list(AuditForm form, @RequestParam(defaultValue = "1") int page) {
        AuditSelection of = form.selection();
        Map<String, String> logins = new LinkedHashMap<>();
        accounts.all().forEach(account -> logins.put(account.id(), account.login()));
        Slice<AuditEntry> slice = Slice.of(page, SIZE, lines.count(of), offset -> lines.page(of, SIZE, offset));
        AuditList view = new AuditList(form, slice, logins, Listing.codes(lines.actions()), lines.refusals());
        return new ModelAndView("account/registre", "page", view);
    }

    @GetMapping("/comptes/registre/csv")
    void csv(@AuthenticationPrincipal Account by, AuditForm form, HttpServletResponse response) throws IOException {
        files.csv(by.id(), response, "registre", AuditTable.table(lines, form.selection()));
    }

    /** Which lines of the audit the form asks for: who did what, how it ended, first and last day; empty asks for any. */
    record AuditForm(
            @Nullable String compte,
            @Nullable String geste,
            @Nullable String issue,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate depuis,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate jusque) {

        AuditSelection selection() {
            return new AuditSelection(filled(compte), filled(geste), filled(issue), depuis, jusque);
        }

        /** An address below the page's, for the same lines. */
        public String path(String below) {
            return UriComponentsBuilder.fromPath("/comptes/registre" + below)
                    .queryParamIfPresent("compte", Optional.ofNullable(filled(compte)))
                    .queryParamIfPresent("geste", Optional.ofNullable(filled(geste)))
                    .queryParamIfPresent("issue", Optional.ofNullable(filled(issue)))
                    .queryParamIfPresent("depuis", Optional.ofNullable(depuis))
                    .queryParamIfPresent("jusque", Optional.ofNullable(jusque))
                    .encode()
                    .toUriString();
        }

        private static @Nullable String filled(@Nullable String given) {
            return given == null || given.isBlank() ? null : given.strip();
        }
    }
}
