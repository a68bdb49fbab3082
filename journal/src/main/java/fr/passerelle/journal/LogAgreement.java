package fr.passerelle.journal;

import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the log on Kafka is the one that this journal wrote: asked before a run writes anything, since a database that came back from an
 * older copy grows again over ranks that the log already has.
 */
public final class LogAgreement {

    private final RelayRows rows;
    private final RelayPositions positions;
    private final Topic first;

    /** @param settings whose namespace it is */
    public LogAgreement(JdbcClient jdbc, LogSettings settings) {
        this(new WholeJournal(jdbc), settings);
    }

    LogAgreement(RelayRows rows, LogSettings settings) {
        this.rows = rows;
        this.positions = new RelayPositions(settings, rows.carrier());
        this.first = rows.firstTopic(new Topics(settings.namespace()));
    }

    /**
     * The rank that was relayed last, 0 for none.
     *
     * @throws LogRefused when the log is not this journal's: the message names the remedy
     */
    public long relayed() {
        Optional<RelayPositions.Relayed> last = positions.lastRelayed();
        if (last.isPresent()) {
            return checked(last.get());
        }
        if (positions.holdsRecords(first)) {
            throw new LogRefused("Le relais ne sait plus où il en était (le topic des positions est vide) alors que le "
                    + "journal est déjà sur Kafka : " + rows.remedy());
        }
        return 0;
    }

    private long checked(RelayPositions.Relayed last) {
        long head = rows.end();
        if (last.seq() > head) {
            throw new LogRefused("Kafka est en avance sur la base (rang " + last.seq() + " relayé, le journal finit à "
                    + head + ") : la base a été restaurée ; " + rows.remedy());
        }
        if (!last.eventId().isEmpty() && !last.eventId().equals(rows.eventId(last.seq()))) {
            throw new LogRefused("Kafka a un autre journal que la base (au rang " + last.seq()
                    + ", ce n'est pas le même enregistrement) : la base a été restaurée ; " + rows.remedy());
        }
        return last.seq();
    }
}
