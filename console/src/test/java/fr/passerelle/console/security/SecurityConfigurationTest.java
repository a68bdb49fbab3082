package fr.passerelle.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.passerelle.console.ConsoleSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The filters of the pages, before a page that answers whatever is asked. */
@SpringJUnitWebConfig
class SecurityConfigurationTest {

    /** The cookie of the page that was asked for, as Spring Security calls it. */
    private static final String ASKED = "REDIRECT_URI";

    private static final Account READER = new Account("c-1", "lectrice", "x", Role.LECTEUR, true, false);

    private final MockHttpSession session = new MockHttpSession();
    private MockMvc pages;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void sendsWhoAsksForAPageToSignInAndKeepsIt() throws Exception {
        pages.perform(get("/executions").session(session).accept("text/html"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/connexion"))
                .andExpect(cookie().exists(ASKED));

        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();
    }

    @Test
    void sendsTheWholePageToSignInWhereAPieceIsAskedForAndKeepsNothing() throws Exception {
        pages.perform(get("/executions/en-cours")
                        .session(session)
                        .header("HX-Request", "true")
                        .accept("text/html"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/connexion"))
                .andExpect(cookie().doesNotExist(ASKED));

        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();
    }

    @Test
    void givesAPieceToWhoIsSignedIn() throws Exception {
        pages.perform(get("/executions/en-cours").with(user(READER)).header("HX-Request", "true"))
                .andExpect(status().isOk());
    }

    @Test
    void tellsWhoSendsAFormAfterTheSessionEndedToSignInAgain() throws Exception {
        pages.perform(post("/decisions")).andExpect(status().isFound()).andExpect(redirectedUrl("/connexion?expiree"));
    }

    @Test
    void refusesAFormWithoutItsTokenToWhoIsSignedIn() throws Exception {
        pages.perform(post("/compte/mot-de-passe").with(user(READER))).andExpect(status().isForbidden());
    }

    @Test
    void refusesWhatTheRoleMayNot() throws Exception {
        pages.perform(post("/decisions").with(user(READER)).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void tellsWhoIsSignedInThatAnUnknownAddressIsNotThere() throws Exception {
        pages.perform(get("/nimporte").with(user(READER))).andExpect(status().isNotFound());
        pages.perform(get("/nimporte").accept("text/html")).andExpect(redirectedUrl("/connexion"));
    }

    /** It has no form: that it is only read, it says itself. */
    @Test
    void letsTheApiAnswerAnotherMethodItselfToWhoMayReadIt() throws Exception {
        pages.perform(post("/api/v1/plans").with(user(READER))).andExpect(status().isOk());
        pages.perform(post("/api/v1/plans")).andExpect(status().isUnauthorized());
    }

    @RestController
    static class AnyPage {

        @RequestMapping("/**")
        String answer() {
            return "page";
        }
    }

    @Configuration
    @EnableWebMvc
    @EnableWebSecurity
    @EnableConfigurationProperties(ConsoleSettings.class)
    @Import({SecurityConfiguration.class, KnownDevices.class, Passwords.class, AnyPage.class})
    static class Pages {

        @Bean
        Accounts accounts() {
            Accounts accounts = mock(Accounts.class);
            when(accounts.stands(any())).thenReturn(true);
            return accounts;
        }

        @Bean
        OidcAccounts oidc() {
            return mock(OidcAccounts.class);
        }
    }
}
