package fr.passerelle.published.audit;

import java.time.Duration;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where what people do is written down, only ever appended to, without anybody's name. The database chains each line to the one before. */
@Repository
public class Audit {

    /** Stands for an account that nobody has. */
    public static final String NOBODY = "inconnu";

    /** Stands for whoever is at the operators' program. */
    public static final String COMMAND = "commande";

    private final JdbcClient jdbc;

    public Audit(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** How a gesture ended. */
    public enum Outcome {
        STARTED,
        DONE,
        REFUSED,
        FAILED
    }

    /**
     * Adds a line for a gesture that asks for no motive: the opaque identifier of an account, {@link #NOBODY} or {@link #COMMAND}, a stable code in
     * capitals, an identifier, never a name, and how it ended.
     */
    public void add(String accountId, String action, String subject, Outcome outcome) {
        record(accountId, action, subject, outcome.name(), null);
    }

    /** Adds a line, which nothing may erase for a year, for what somebody may repeat at will, as reading is: none where one is within that time. */
    public void addOnce(String accountId, String action, String subject, Outcome outcome, Duration within) {
        jdbc.sql("insert into passerelle.audit (account_id, action, subject, outcome) select :accountId, :action,"
                        + " :subject, :outcome where not exists (select from passerelle.audit where account_id ="
                        + " :accountId and action = :action and subject = :subject and outcome = :outcome and done_at >"
                        + " now() - make_interval(secs => :seconds))")
                .param("accountId", accountId)
                .param("action", action)
                .param("subject", subject)
                .param("outcome", outcome.name())
                .param("seconds", within.toSeconds())
                .update();
    }

    /** Somebody read, or took away, what is not public: a line an hour of each thing. */
    public void read(String accountId, AuditAction action, String subject) {
        addOnce(accountId, action.name(), subject, Outcome.DONE, Duration.ofHours(1));
    }

    /** As {@link #add}, with a motive, null where none was asked; the outcome is the name of an {@link Outcome}. */
    public void record(String accountId, String action, String subject, String outcome, @Nullable String motive) {
        jdbc.sql("insert into passerelle.audit (account_id, action, subject, outcome, motive) values"
                        + " (:accountId, :action, :subject, :outcome, :motive)")
                .param("accountId", accountId)
                .param("action", action)
                .param("subject", subject)
                .param("outcome", outcome)
                .param("motive", motive)
                .update();
    }

    /** Counts a refusal that says nothing of an account: of a stranger, or after too many tries. */
    public void countRefusal() {
        jdbc.sql("insert into passerelle.audit_refusal as kept (hour, refusals) values (date_trunc('hour', now()), 1)"
                        + " on conflict (hour) do update set refusals = kept.refusals + 1")
                .update();
    }

    /** Erases what was done before a day in France, at least a year ago; answers how many lines. A line says so, and holds the chain. */
    public long eraseBefore(LocalDate day) {
        return jdbc.sql("select passerelle.erase_audit(:before::date::timestamp at time zone 'Europe/Paris')")
                .param("before", day)
                .query(Long.class)
                .single();
    }

    /** What the audit says was done, with accounts and with what is not public; operations name their own. */
    public enum AuditAction {
        /** Somebody came in, or tried to. */
        LOGIN,
        LOGOUT,
        ACCOUNT_CREATED,
        ACCOUNT_ROLE,
        ACCOUNT_ACTIVATED,
        ACCOUNT_DEACTIVATED,
        /** Another password was drawn for it. */
        ACCOUNT_PASSWORD_RENEWED,
        /** Its line, which named a person, is gone. */
        ACCOUNT_ERASED,
        /** Somebody chose another password. */
        OWN_PASSWORD,
        /** A collection, or items of it, were read through the API, within an hour. */
        API_READ,
        /** What is not public was taken away as a file. */
        EXPORTED,
        /** Its oldest lines were erased; the database writes this line, which names the last of them and its hash. */
        AUDIT_ERASED
    }
}
