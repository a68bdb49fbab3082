package fr.passerelle.console.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of help: where one finds what, the marks, the words, and who may do what. It needs no run. */
@Controller
class HelpPage {

    @GetMapping("/aide")
    String show() {
        return "page/aide";
    }
}
