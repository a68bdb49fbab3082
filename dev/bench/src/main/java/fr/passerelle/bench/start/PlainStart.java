package fr.passerelle.bench.start;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts as any application does, asks the database one question, and ends. */
@SpringBootApplication
public class PlainStart {

    /** Arguments: settings of Spring. */
    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(PlainStart.class)
                .bannerMode(Banner.Mode.OFF)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            System.out.println(context.getBean(JdbcClient.class)
                    .sql("select run_id, state from passerelle.run order by run_no")
                    .query()
                    .listOfRows());
        }
    }
}
