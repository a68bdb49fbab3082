package fr.passerelle.console.page;

import java.time.Duration;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts our words in place of the web server's own. */
@Configuration
class PageConfiguration {

    /** First in the pipeline's order of answering, so that the server's own valve finds the error already reported. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
        return factory -> factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.setErrorReportValveClass(PlainErrorValve.class.getName());
        });
    }

    /** A head is there in time, and no address takes all places. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> promptHeads() {
        return factory -> factory.setProtocol(PromptProtocol.class.getName());
    }

    /** A body is there as soon as a single byte of it must be. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> promptBodies(
            @Value("${server.tomcat.connection-timeout}") Duration patience) {
        return factory -> factory.addEngineValves(new BodyDeadline(patience));
    }
}
