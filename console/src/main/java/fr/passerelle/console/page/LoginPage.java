package fr.passerelle.console.page;

import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where one enters: by an account of the console, or by an identity provider where one is configured. */
@Controller
class LoginPage {

    private final List<Provider> providers;

    LoginPage(ObjectProvider<InMemoryClientRegistrationRepository> registrations) {
        this.providers = registrations.stream()
                .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
                .map(known -> new Provider(known.getRegistrationId(), known.getClientName()))
                .toList();
    }

    /** An identity provider, without what the console is known to it by. */
    record Provider(String id, String name) {}

    @GetMapping("/connexion")
    ModelAndView show() {
        return new ModelAndView("page/connexion", "page", providers);
    }
}
