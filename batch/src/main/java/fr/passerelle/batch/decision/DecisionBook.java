package fr.passerelle.batch.decision;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records what was notified or deliberated about an EPCI; the next run carries it to the log. */
public final class DecisionBook {

    /** One writer at a time: an act is recorded once, and numbers follow the order of the commits. */
    private static final String ALONE = "lock table passerelle.decision in share row exclusive mode";

    private static final String WRITE = """
        insert into passerelle.decision (payload, subject, epci) values (?, ?, ?) returning decision_no\
        """;
    private static final String READ =
            "select decision_no, journalled, payload from passerelle.decision order by decision_no";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final CurrentPlans plans;
    private final Records records;
    private final Clock clock;

    /** Works on this data source, in transactions of its own. */
    public DecisionBook(DataSource dataSource, CurrentPlans plans, Records records, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.plans = plans;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Records one. A notification takes what the EPCI's current plan says: its seat, and each aid that is known.
     *
     * @throws DecisionRefused when the EPCI is unknown or has no plan, the act is known already, or its date is to come
     */
    public Recorded record(NewDecision asked) {
        if (asked.decidedOn().isAfter(LocalDate.now(clock))) {
            throw new DecisionRefused(
                    "« " + asked.decidedOn() + " » est à venir : un acte se date du jour où il est pris.");
        }
        Plan plan = plan(asked.epci());
        DecisionRecorded decision = decision(asked, plan);
        return new Recorded(transaction.execute(status -> written(asked, decision)), plan);
    }

    /** All, in the order in which they were recorded. */
    public List<KnownDecision> all() {
        return jdbc.query(
                READ, (row, n) -> new KnownDecision(row.getLong(1), row.getBoolean(2), decoded(row.getBytes(3))));
    }

    private Plan plan(String epci) {
        return plans.of(epci)
                .orElseThrow(() -> new DecisionRefused(
                        plans.knows(epci)
                                ? "L'intercommunalité « " + epci
                                        + " » n'a pas de plan en vigueur : il n'y a rien à décider."
                                : "L'intercommunalité « " + epci + " » est inconnue : vérifiez son SIREN, et qu'une"
                                        + " exécution est publiée (« ./passerelle runs »)."));
    }

    private KnownDecision written(NewDecision asked, DecisionRecorded decision) {
        jdbc.execute(ALONE);
        if (all().stream().anyMatch(known -> known.isTheActOf(asked))) {
            throw new DecisionRefused("L'acte « " + asked.act() + " » de « " + asked.organ()
                    + " » est déjà enregistré pour l'intercommunalité « " + asked.epci() + " ».");
        }
        long no = Objects.requireNonNull(jdbc.queryForObject(
                WRITE, Long.class, records.encode(decision), decision.getSubject(), decision.getEpci()));
        return new KnownDecision(no, false, decision);
    }

    private static DecisionRecorded decision(NewDecision asked, Plan plan) {
        boolean notified = asked.kind() == DecisionKind.NOTIFIED;
        return DecisionRecorded.newBuilder()
                .setSubject("epci:" + asked.epci())
                .setEpci(asked.epci())
                .setKind(asked.kind())
                .setOrgan(asked.organ())
                .setAct(asked.act())
                .setDecidedOn(asked.decidedOn())
                .setRole(asked.role())
                .setAccount(asked.account())
                .setMotive(asked.motive())
                .setSeat(notified ? seat(plan.getSiege()) : null)
                .setAid(notified ? aid(plan) : List.of())
                .build();
    }

    private static @Nullable String seat(@Nullable Siege siege) {
        return siege == null
                ? null
                : switch (siege.getKind()) {
                    case SALLE -> "room:" + siege.getId();
                    case SITE -> "site:" + siege.getId();
                };
    }

    private static List<AideNotifiee> aid(Plan plan) {
        return plan.getAid().stream()
                .filter(line -> line.getAid() != null)
                .map(line -> new AideNotifiee(line.getLine().name(), line.getAid()))
                .toList();
    }

    private DecisionRecorded decoded(byte[] payload) {
        return records.decode(payload, DecisionRecorded.getClassSchema(), DecisionRecorded.class);
    }
}
