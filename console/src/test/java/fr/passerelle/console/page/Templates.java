package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.passerelle.calendar.tour.TourExamples;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.thymeleaf.extras.springsecurity6.dialect.SpringSecurityDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates as browsers get them, without a server, a database or a published run. */
public final class Templates {

    private static final MockMvc PAGES = pages();

    private Templates() {}

    /** A page over what is published of a reconstruction, to somebody of a role. */
    public static String page(String view, String role, Object page) throws Exception {
        return page(view, role, page, TourExamples.published().run());
    }

    /** The same of another run. */
    public static String page(String view, String role, Object page, PublishedRun run) throws Exception {
        return show(view, role, Map.of("page", page, "section", "salles", "run", run, "reconstitution", true));
    }

    /** A view, or a part of it ({@code view :: fragment}), to somebody of a role; it lacks none of its texts. */
    public static String show(String view, String role, Map<String, ?> model) throws Exception {
        var request = get("/").requestAttr("view", view).flashAttr("fr", PageFrench.INSTANCE);
        model.forEach(request::flashAttr);
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("agent", "", "ROLE_" + role));
        try {
            String shown = PAGES.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
            assertThat(shown).doesNotContain("??");
            return shown;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** The same to who signs in, sent there by this parameter of the address. */
    public static String signIn(String parameter) throws Exception {
        var request = get("/").requestAttr("view", "page/connexion").param(parameter, "");
        return PAGES.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockMvc pages() {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Engine.class, AnyPage.class);
        context.refresh();
        return MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Controller
    static final class AnyPage {

        @GetMapping("/")
        String show(@RequestAttribute String view) {
            return view;
        }
    }

    @Configuration
    @EnableWebMvc
    @EnableWebSecurity
    static class Engine {

        @Bean
        static MessageSource messageSource() {
            return Messages.source();
        }

        @Bean
        static SpringTemplateEngine engine(MessageSource texts) {
            ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
            files.setPrefix("templates/");
            files.setSuffix(".html");
            files.setCharacterEncoding(StandardCharsets.UTF_8.name());
            SpringTemplateEngine engine = new SpringTemplateEngine();
            engine.setTemplateResolver(files);
            engine.addDialect(new SpringSecurityDialect());
            engine.addDialect(new Typography());
            engine.setTemplateEngineMessageSource(texts);
            return engine;
        }

        @Bean
        static ThymeleafViewResolver views(SpringTemplateEngine engine) {
            ThymeleafViewResolver views = new ThymeleafViewResolver();
            views.setTemplateEngine(engine);
            views.setCharacterEncoding(StandardCharsets.UTF_8.name());
            return views;
        }
    }
}
