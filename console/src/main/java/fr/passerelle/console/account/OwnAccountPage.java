package fr.passerelle.console.account;

import fr.passerelle.console.security.Account;
import fr.passerelle.console.security.AccountAdministration;
import fr.passerelle.console.security.AccountAdministration.AccountRefusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/** One's own account: its role, and its password. */
@Controller
class OwnAccountPage {

    private final AccountAdministration desk;

    OwnAccountPage(AccountAdministration desk) {
        this.desk = desk;
    }

    @GetMapping("/compte")
    String show(@AuthenticationPrincipal Account own, Model model) {
        model.addAttribute("page", own);
        return "account/mien";
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
        return "redirect:/compte";
    }
}
