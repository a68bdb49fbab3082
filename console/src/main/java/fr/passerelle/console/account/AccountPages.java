package fr.passerelle.console.account;

import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.security.Account;
import fr.passerelle.console.security.AccountAdministration;
import fr.passerelle.console.security.AccountAdministration.AccountRefusal;
import fr.passerelle.console.security.Accounts;
import fr.passerelle.console.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The list of the accounts, one of them and what an administrator does with it; and one's own, with its password. */
@Controller
record AccountPages(AccountAdministration desk, Accounts accounts) {

    private static final String LIST = "redirect:/comptes";

    /** The accounts, that of who looks, and the roles that a new one may have. */
    record AccountList(List<Account> accounts, Account own, List<Role> roles) {}

    /** An account, and the roles that it may have. */
    record AccountView(Account account, List<Role> roles) {}

    @GetMapping("/comptes")
    ModelAndView list(@AuthenticationPrincipal Account by) {
        return new ModelAndView("account/liste", "page", new AccountList(accounts.all(), by, roles()));
    }

    @GetMapping("/comptes/{id}")
    ModelAndView one(@PathVariable String id) {
        return new ModelAndView("account/un", "page", new AccountView(account(id), roles()));
    }

    @PostMapping("/comptes")
    String create(
            @AuthenticationPrincipal Account by,
            @RequestParam String login,
            @RequestParam Role role,
            RedirectAttributes next) {
        tell(next, login, desk.create(by, login, role));
        return LIST;
    }

    @PostMapping("/comptes/{id}/role")
    String changeRole(
            @AuthenticationPrincipal Account by,
            @PathVariable String id,
            @RequestParam Role role,
            RedirectAttributes next) {
        desk.changeRole(by, account(id), role);
        return done(next, "role");
    }

    @PostMapping("/comptes/{id}/acces")
    String setActive(
            @AuthenticationPrincipal Account by,
            @PathVariable String id,
            @RequestParam boolean active,
            RedirectAttributes next) {
        desk.setActive(by, account(id), active);
        return done(next, active ? "ouvert" : "ferme");
    }

    @PostMapping("/comptes/{id}/mot-de-passe")
    String renewPassword(@AuthenticationPrincipal Account by, @PathVariable String id, RedirectAttributes next) {
        Account account = account(id);
        tell(next, account.login(), desk.renewPassword(by, account));
        return LIST;
    }

    @PostMapping("/comptes/{id}/effacement")
    String erase(@AuthenticationPrincipal Account by, @PathVariable String id, RedirectAttributes next) {
        desk.erase(by, account(id));
        return done(next, "efface");
    }

    @GetMapping("/compte")
    ModelAndView own(@AuthenticationPrincipal Account own) {
        return new ModelAndView("account/mien", "page", own);
    }

    /** The new password ends every session of the account, this one too. */
    @PostMapping("/compte/mot-de-passe")
    String changePassword(
            @AuthenticationPrincipal Account own,
            @RequestParam String present,
            @RequestParam String chosen,
            @RequestParam String again,
            HttpServletRequest request) {
        desk.changeOwnPassword(own, request.getRemoteAddr(), present, chosen, again);
        return "redirect:/connexion?change";
    }

    @ExceptionHandler(AccountRefusal.class)
    String refused(AccountRefusal refused, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request)
                .put("refused", refused.reason().name());
        return request.getRequestURI().startsWith(request.getContextPath() + "/comptes") ? LIST : "redirect:/compte";
    }

    private Account account(String id) {
        return accounts.find(id).orElseThrow(NotFound::new);
    }

    private static List<Role> roles() {
        return List.of(Role.values());
    }

    private static void tell(RedirectAttributes next, String login, String password) {
        next.addFlashAttribute("drawnFor", login).addFlashAttribute("drawn", password);
    }

    private static String done(RedirectAttributes next, String what) {
        next.addFlashAttribute("done", what);
        return LIST;
    }
}
