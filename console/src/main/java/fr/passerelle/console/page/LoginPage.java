package fr.passerelle.console.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where one enters. */
@Controller
class LoginPage {

    @GetMapping("/connexion")
    String show() {
        return "page/connexion";
    }
}
