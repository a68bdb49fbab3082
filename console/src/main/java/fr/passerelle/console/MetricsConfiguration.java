package fr.passerelle.console;

import fr.passerelle.published.run.RunMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The console's figures: those of its process, and those of the runs. They are on a port of their own, or nowhere. */
@Configuration
class MetricsConfiguration {

    private static final String[] WATCHED = {"/actuator/health/**", "/actuator/prometheus"};

    @Bean
    PrometheusRegistry prometheusRegistry(RunMetrics runs) {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(runs);
        return registry;
    }

    /** Who may reach that port is let in without an account: it is bound to this machine unless somebody decides otherwise. */
    @Bean
    @Order(0)
    SecurityFilterChain metrics(
            HttpSecurity http,
            @Value("${server.port}") int pages,
            @Value("${management.server.port:${server.port}}") int metrics)
            throws Exception {
        return http.securityMatcher(
                        (HttpServletRequest request) -> metrics != pages && request.getLocalPort() == metrics)
                .authorizeHttpRequests(requests -> requests.requestMatchers(WATCHED)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
