package fr.passerelle.batch.server;

import fr.passerelle.schemas.contract.DatabaseAccess;
import fr.passerelle.schemas.fault.RunRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Whether the database is there, and has its tables: asked first, so that what is missing is said within seconds. */
@Component
public class DatabaseServer {

    /** A server that listens is there, however long a busy machine takes to let one in. */
    private static final String LOGIN_SECONDS = "20";

    private final DatabaseAccess postgres;

    DatabaseServer(Settings settings) {
        this.postgres = settings.postgres();
    }

    /** Needs the database, with its tables; a RunRefused where it is not there. */
    public void need() {
        try (SingleConnectionDataSource there = session()) {
            if (!JdbcClient.create(there)
                    .sql("select to_regclass('passerelle.run') is not null")
                    .query(Boolean.class)
                    .single()) {
                throw new RunRefused("La base n'a pas encore ses tables : lancez « ./passerelle register ».");
            }
        }
    }

    /** Needs the database, whatever it holds. */
    void needServer() {
        session().close();
    }

    private SingleConnectionDataSource session() {
        return new SingleConnectionDataSource(connect(), true);
    }

    private Connection connect() {
        Properties properties = new Properties();
        properties.setProperty("user", postgres.user());
        properties.setProperty("password", postgres.password());
        properties.setProperty("connectTimeout", "4");
        properties.setProperty("loginTimeout", LOGIN_SECONDS);
        try {
            return DriverManager.getConnection(postgres.url(), properties);
        } catch (SQLException e) {
            throw new RunRefused(
                    "La base PostgreSQL ne répond pas à " + postgres.url().replaceFirst("\\?.*", "")
                            + " : démarrez les serveurs avec « ./passerelle up ».",
                    e);
        }
    }
}
