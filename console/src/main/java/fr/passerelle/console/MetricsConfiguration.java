package fr.passerelle.console;

import fr.passerelle.published.run.RunMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The console's figures: those of its process, and those of the runs. They are on a port of their own, or nowhere. */
@Configuration
class MetricsConfiguration {

    private static final String[] WATCHED = {"/actuator/health/**", "/actuator/prometheus"};

    /** A port of their own is bound to this machine unless somebody says otherwise; without one there is no address to say. */
    static void keepToThisMachine(ConfigurableEnvironment environment) {
        if (environment.containsProperty("management.server.port")) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("metrics", Map.of("management.server.address", "127.0.0.1")));
        }
    }

    @Bean
    PrometheusRegistry prometheusRegistry(RunMetrics runs) {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(runs);
        return registry;
    }

    /** Who may reach that port is let in without an account. */
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
