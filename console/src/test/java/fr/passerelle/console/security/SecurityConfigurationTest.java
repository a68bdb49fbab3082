package fr.passerelle.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import fr.passerelle.console.ConsoleSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.util.pattern.PathPatternParser;

/** The filters of the pages, before a page that answers whatever is asked. */
@SpringJUnitWebConfig
class SecurityConfigurationTest {

    /** The cookie of the page that was asked for, as Spring Security calls it. */
    private static final String ASKED = "REDIRECT_URI";

    private static final Account READER = new Account("c-1", "lectrice", "x", Role.LECTEUR, true, false);

    private final MockHttpSession session = new MockHttpSession();
    private final MockMvcTester pages;

    SecurityConfigurationTest(@Autowired WebApplicationContext context) {
        pages = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
    }

    @Test
    void sendsWhoAsksForAPageToSignInAndKeepsIt() {
        assertThat(pages.get().uri("/executions").session(session).accept("text/html"))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/connexion")
                .cookies()
                .containsCookie(ASKED);

        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();
    }

    @Test
    void sendsTheWholePageToSignInWhereAPieceIsAskedForAndKeepsNothing() {
        assertThat(pages.get()
                        .uri("/executions/en-cours")
                        .session(session)
                        .header("HX-Request", "true")
                        .accept("text/html"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("HX-Redirect", "/connexion")
                .cookies()
                .doesNotContainCookie(ASKED);

        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();
    }

    @Test
    void givesAPieceToWhoIsSignedIn() {
        assertThat(pages.get().uri("/executions/en-cours").with(user(READER)).header("HX-Request", "true"))
                .hasStatusOk();
    }

    @Test
    void tellsWhoSendsAFormAfterTheSessionEndedToSignInAgain() {
        assertThat(pages.post().uri("/decisions")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/connexion?expiree");
    }

    @Test
    void refusesAFormWithoutItsTokenAndWhatTheRoleMayNot() {
        assertThat(pages.post().uri("/compte/mot-de-passe").with(user(READER))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.post().uri("/decisions").with(user(READER)).with(csrf()))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void tellsWhoIsSignedInThatAnUnknownAddressIsNotThere() {
        assertThat(pages.get().uri("/nimporte").with(user(READER))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri("/nimporte").accept("text/html")).hasRedirectedUrl("/connexion");
    }

    /** It has no form: that it is only read, it says itself. */
    @Test
    void letsTheApiAnswerAnotherMethodItselfToWhoMayReadIt() {
        assertThat(pages.post().uri("/api/v1/plans").with(user(READER))).hasStatusOk();
        assertThat(pages.post().uri("/api/v1/plans")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    /** A page or an act of some controller. */
    private record Place(HttpMethod method, String path) {}

    @Test
    void opensRoutesThatLeadSomewhere() {
        Set<Place> places = Set.copyOf(places());

        assertThat(Route.all())
                .filteredOn(route -> places.stream().noneMatch(place -> leads(route, place)))
                .isEmpty();
    }

    private static boolean leads(Route route, Place place) {
        return route.method().equals(place.method())
                && PathPatternParser.defaultInstance
                        .parse(route.pattern())
                        .matches(PathContainer.parsePath(place.path()));
    }

    private static List<Place> places() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents("fr.passerelle.console").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> mapping != null)
                .flatMap(SecurityConfigurationTest::places)
                .toList();
    }

    private static Stream<Place> places(RequestMapping mapping) {
        return Stream.of(mapping.method())
                .map(RequestMethod::asHttpMethod)
                .flatMap(method ->
                        Stream.of(mapping.path()).map(path -> new Place(method, path.replace("{lane}", "decisions"))));
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
