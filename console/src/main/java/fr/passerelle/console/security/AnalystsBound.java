package fr.passerelle.console.security;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends what analysts ask by hand and lasts: the limit of their account is one that they may set otherwise. */
@Component
class AnalystsBound {

    private static final Logger LOG = LoggerFactory.getLogger(AnalystsBound.class);
    private static final long OFTEN = 30_000;

    private final JdbcClient jdbc;

    AnalystsBound(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Scheduled(fixedDelay = OFTEN, initialDelay = OFTEN)
    void endWhatLasts() {
        try {
            long ended = jdbc.sql("select passerelle.end_analysts('5 minutes')")
                    .query(Long.class)
                    .single();
            if (ended > 0) {
                LOG.warn("Sessions d'analystes de plus de cinq minutes arrêtées : {}", ended);
            }
        } catch (DataAccessException away) {
            LOG.debug("The sessions of analysts were not looked at", away);
        }
    }
}
