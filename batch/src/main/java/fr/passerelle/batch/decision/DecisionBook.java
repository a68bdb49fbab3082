package fr.passerelle.batch.decision;

import fr.passerelle.published.decision.KeptText;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.decision.KnownDecisions.KnownDecision;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records what was notified or deliberated about an EPCI or a room; the next run carries it to the log. */
public final class DecisionBook {

    /** A decision that was just recorded, and the plan in force that it or its room is of. */
    public record Receipt(KnownDecision known, Plan plan) {

        /** Name of the EPCI or of the room that it is about. */
        public String name() {
            String subject = known.decision().getSubject();
            return plan.getRooms().stream()
                    .filter(room -> subject.equals("room:" + room.getRoomId()))
                    .map(PlanRoom::getName)
                    .findFirst()
                    .orElse(plan.getName());
        }
    }

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
     * A decision as a person records it: who decided and when, why, who records it. Its texts have their spaces made single.
     *
     * @throws RunRefused when a text is empty, too long, or holds what looks like a person; when the account may be a name
     */
    public static DecisionRecorded.Builder draft(DecisionRecorded.Builder given) {
        return given.setOrgan(KeptText.of("L'organe", given.getOrgan()))
                .setAct(KeptText.of("L'acte", given.getAct()))
                .setMotive(KeptText.of("Le motif", given.getMotive()))
                .setRole(KeptText.of("Le rôle", given.getRole()))
                .setAccount(KeptText.account(given.getAccount()));
    }

    /**
     * Records one, made by {@link #draft}, about an EPCI by its SIREN or a room by its identifier. A notification takes what the current plan
     * says: of an EPCI its seat and each aid that is known, of a room what becomes of it.
     *
     * @throws RunRefused when the EPCI or the room is unknown or nothing is proposed for it, the act is known already, or its date is to come
     */
    public Receipt record(String about, DecisionRecorded.Builder given) {
        requirePlausible(given.getDecidedOn());
        CurrentPlans.Subject subject = plans.about(about);
        DecisionRecorded decision = decision(given, subject);
        return new Receipt(transaction.execute(status -> written(decision)), subject.plan());
    }

    /** Nothing that is recorded is ever taken back: a year of three digits would order notifications for good. */
    private void requirePlausible(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock.withZone(Run.FRANCE)))) {
            throw RunRefused.wrongUse("« " + day + " » est à venir : un acte se date du jour où il est pris.");
        }
        if (day.isBefore(EARLIEST)) {
            throw RunRefused.wrongUse(
                    "« " + day + " » est trop ancien : un acte se date du " + EARLIEST + " au plus tôt.");
        }
    }

    /** One writer at a time: an act is recorded once, and numbers follow the order of the commits. */
    private KnownDecision written(DecisionRecorded decision) {
        jdbc.sql("select passerelle.lock_decisions()").query((row, n) -> n).list();
        if (known.all().stream().anyMatch(other -> other.isTheActOf(decision))) {
            throw RunRefused.wrongUse("L'acte « " + decision.getAct() + " » de « " + decision.getOrgan()
                    + " » est déjà enregistré pour « " + named(decision.getSubject()) + " ».");
        }
        long no = jdbc.sql("""
            insert into passerelle.decision (payload, schema_fingerprint, subject, epci)
            values (:payload, :fingerprint, :subject, :epci)
            returning decision_no\
            """)
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

    private static DecisionRecorded decision(DecisionRecorded.Builder given, CurrentPlans.Subject about) {
        boolean notified = given.getKind() == DecisionKind.NOTIFIED;
        return given.setSubject(about.subject())
                .setEpci(about.plan().getEpci())
                .setSeat(notified ? about.seat() : null)
                .setAid(notified ? about.aid() : List.of())
                .setConversion(notified ? about.conversion() : null)
                .build();
    }
}
