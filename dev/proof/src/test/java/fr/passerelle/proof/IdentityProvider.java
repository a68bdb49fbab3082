package fr.passerelle.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Spring's authorization server, as a région's identity provider would be: two agents, of whom one has a group that means something here. */
final class IdentityProvider implements AutoCloseable {

    static final String ANALYST = "agent-analyste";
    static final String STRANGER = "agent-sans-groupe";
    static final String PASSWORD = "mot-de-passe-du-fournisseur";

    private static final String CLIENT = "passerelle";
    private static final String SECRET = "secret-du-client";
    private static final String GROUP = "grp-analystes";

    private final AnnotationConfigServletWebServerApplicationContext context;
    private final String issuer;

    private IdentityProvider(AnnotationConfigServletWebServerApplicationContext context, String issuer) {
        this.context = context;
        this.issuer = issuer;
    }

    static IdentityProvider start() {
        int port = ConsoleProgram.freePort();
        var issuer = "http://127.0.0.1:" + port;
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("issuer", Map.of("issuer", issuer, "port", port)));
        context.register(Provider.class);
        context.refresh();
        return new IdentityProvider(context, issuer);
    }

    /** What a console is told to let its people in. */
    Map<String, String> clientProperties() {
        return Map.of(
                "spring.security.oauth2.client.registration.region.client-id", CLIENT,
                "spring.security.oauth2.client.registration.region.client-secret", SECRET,
                "spring.security.oauth2.client.registration.region.client-name", "Région",
                "spring.security.oauth2.client.registration.region.scope", "openid",
                "spring.security.oauth2.client.provider.region.issuer-uri", issuer,
                "passerelle.console.oidc.roles-claim", "groupes",
                "passerelle.console.oidc.roles.ANALYSTE", GROUP);
    }

    /** Lets a console send people here. */
    void allow(URI console) {
        context.getBean(InMemoryRegisteredClientRepository.class).save(client(console + "login/oauth2/code/region"));
    }

    @Override
    public void close() {
        context.close();
    }

    private static RegisteredClient client(String redirection) {
        return RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirection)
                .scope("openid")
                .build();
    }

    /** The server itself. */
    @Configuration
    @EnableWebSecurity
    static class Provider {

        @Bean
        TomcatServletWebServerFactory server(Environment environment) {
            return new TomcatServletWebServerFactory(environment.getRequiredProperty("port", Integer.class));
        }

        /** Tomcat asks filters about what a servlet is mapped to, and of nothing else. */
        @Bean
        ServletRegistrationBean<HttpServlet> servlet() {
            return new ServletRegistrationBean<>(new HttpServlet() {}, "/");
        }

        @Bean
        DelegatingFilterProxyRegistrationBean filter() {
            return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        }

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) throws Exception {
            http.oauth2AuthorizationServer(server -> {
                http.securityMatcher(server.getEndpointsMatcher());
                server.oidc(Customizer.withDefaults());
            });
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(refusals ->
                            refusals.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain login(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(person(ANALYST, GROUP), person(STRANGER, "grp-autres"));
        }

        private static UserDetails person(String login, String group) {
            return User.withUsername(login)
                    .password("{noop}" + PASSWORD)
                    .authorities(group)
                    .build();
        }

        @Bean
        InMemoryRegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(client("http://127.0.0.1/personne"));
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                Authentication agent = Objects.requireNonNull(token.getPrincipal());
                token.getClaims().claim("preferred_username", agent.getName()).claim("groupes", groups(agent));
            };
        }

        private static List<String> groups(Authentication agent) {
            return agent.getAuthorities().stream()
                    .map(group -> String.valueOf(group.getAuthority()))
                    .toList();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            return new ImmutableJWKSet<>(
                    new JWKSet(new RSAKeyGenerator(2048).keyID("essai").generate()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings(Environment environment) {
            return AuthorizationServerSettings.builder()
                    .issuer(environment.getRequiredProperty("issuer"))
                    .build();
        }
    }
}
