package fr.passerelle.console.stream;

import fr.passerelle.console.security.Account;
import fr.passerelle.console.security.Accounts;
import fr.passerelle.schemas.fault.OutsideFault;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The last records, and what comes after them. */
@Controller
record StreamPages(Streams streams, Followers followers, Accounts accounts) {

    /** Without anything to show where the log cannot be read. */
    @GetMapping("/flux")
    ModelAndView show() {
        try {
            return new ModelAndView("stream/flux", "page", streams.look());
        } catch (OutsideFault away) {
            return new ModelAndView("stream/flux");
        }
    }

    /** Server-Sent Events, in the request's own thread: who does not read holds back nobody else. */
    @GetMapping("/flux/suivre")
    void follow(
            @RequestParam(defaultValue = "") String depuis,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
            @AuthenticationPrincipal Account own,
            HttpSession session,
            HttpServletResponse response)
            throws IOException {
        if (!followers.enter(own.id())) {
            response.setHeader("Retry-After", "60");
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        try {
            response.setContentType("text/event-stream");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            String from = last.isEmpty() ? depuis : last;
            followers.follow(from, () -> lasts(session) && accounts.stands(own), response.getWriter());
        } catch (OutsideFault away) {
            response.getWriter().write("event: absent\ndata: kafka\n\n");
        } finally {
            followers.leave(own.id());
        }
    }

    /** Whether whoever follows has not signed out since. */
    private static boolean lasts(HttpSession session) {
        try {
            return session.getCreationTime() > 0;
        } catch (IllegalStateException over) {
            return false;
        }
    }
}
