package fr.passerelle.batch.decision;

import fr.passerelle.published.decision.DecisionRefused;
import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records what was notified or deliberated about an EPCI or a room; the next run carries it to the log. */
public final class DecisionBook {

    /** One writer at a time: an act is recorded once, and numbers follow the order of the commits. */
    private static final String ALONE = "select passerelle.lock_decisions()";

    private static final String WRITE = """
        insert into passerelle.decision (payload, schema_fingerprint, subject, epci)
        values (:payload, :fingerprint, :subject, :epci)
        returning decision_no\
        """;

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** As for the days of the tables (choix du projet). */
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KnownDecisions known;
    private final CurrentPlans plans;
    private final Records records;
    private final Clock clock;

    /** Works on this data source, in transactions of its own. */
    public DecisionBook(DataSource dataSource, CurrentPlans plans, Records records, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.known = new KnownDecisions(jdbc);
        this.plans = plans;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Records one. A notification takes what the current plan says: of an EPCI its seat and each aid that is known, of a room what becomes
     * of it.
     *
     * @throws DecisionRefused when the EPCI or the room is unknown or nothing is proposed for it, the act is known already, or its date is to come
     */
    public DecisionReceipt record(NewDecision asked) {
        requirePlausible(asked.decidedOn());
        DecisionSubject about = plans.about(asked.about());
        DecisionRecorded decision = decision(asked, about);
        return new DecisionReceipt(transaction.execute(status -> written(decision)), about.plan());
    }

    /** Nothing that is recorded is ever taken back: a year of three digits would order notifications for good. */
    private void requirePlausible(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock.withZone(FRANCE)))) {
            throw new DecisionRefused("« " + day + " » est à venir : un acte se date du jour où il est pris.");
        }
        if (day.isBefore(EARLIEST)) {
            throw new DecisionRefused(
                    "« " + day + " » est trop ancien : un acte se date du " + EARLIEST + " au plus tôt.");
        }
    }

    private KnownDecision written(DecisionRecorded decision) {
        jdbc.sql(ALONE).query((row, n) -> n).list();
        if (known.all().stream().anyMatch(other -> other.isTheActOf(decision))) {
            throw new DecisionRefused("L'acte « " + decision.getAct() + " » de « " + decision.getOrgan()
                    + " » est déjà enregistré pour « " + named(decision.getSubject()) + " ».");
        }
        long no = jdbc.sql(WRITE)
                .param("payload", records.encode(decision))
                .param("fingerprint", records.fingerprint(decision))
                .param("subject", decision.getSubject())
                .param("epci", decision.getEpci())
                .query(Long.class)
                .single();
        return new KnownDecision(no, false, decision);
    }

    private static String named(String subject) {
        return subject.substring(subject.indexOf(':') + 1);
    }

    private static DecisionRecorded decision(NewDecision asked, DecisionSubject about) {
        boolean notified = asked.kind() == DecisionKind.NOTIFIED;
        return DecisionRecorded.newBuilder()
                .setSubject(about.subject())
                .setEpci(about.plan().getEpci())
                .setKind(asked.kind())
                .setOrgan(asked.organ())
                .setAct(asked.act())
                .setDecidedOn(asked.decidedOn())
                .setRole(asked.role())
                .setAccount(asked.account())
                .setMotive(asked.motive())
                .setSeat(notified ? about.seat() : null)
                .setAid(notified ? about.aid() : List.of())
                .setConversion(notified ? about.conversion() : null)
                .build();
    }
}
