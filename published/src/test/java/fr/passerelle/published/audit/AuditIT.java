package fr.passerelle.published.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.published.audit.Audit.AuditAction;
import fr.passerelle.published.audit.Audit.Outcome;
import fr.passerelle.published.audit.AuditTable.AuditChain;
import fr.passerelle.published.audit.AuditTable.AuditEntry;
import fr.passerelle.published.audit.AuditTable.AuditSelection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit as console and commands write it, by their own roles, and as a superuser spoils it. */
@WithServers
class AuditIT {

    private static final AuditSelection ALL = new AuditSelection(null, null, null, null, null);
    private static final String OLD = """
        create function passerelle.old(n int) returns void language plpgsql as $$
        declare line passerelle.audit;
        begin
            alter table passerelle.audit disable trigger chain_audit;
            for i in 1..n loop
                line := row(i, 'c-1', 'LOGIN', 'c-1', null, 'DONE', now() - interval '400 days', null);
                line.hash := passerelle.audit_hash((select hash from passerelle.audit_head), line);
                insert into passerelle.audit select line.*;
                update passerelle.audit_head set audit_no = i, hash = line.hash;
            end loop;
            alter table passerelle.audit enable trigger chain_audit;
        end $$\
        """;

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final JdbcClient superuser;
    private final DataSource consoles;
    private final Audit console;
    private final AuditTable table;
    private final AuditChain chain;
    private final Audit commands;

    AuditIT(TestServers servers) {
        this.superuser = JdbcClient.create(servers.dataSource());
        this.consoles = servers.dataSource(servers.endpoints().console());
        this.console = new Audit(consoles);
        this.table = new AuditTable(servers.dataSource(servers.endpoints().console()));
        this.chain = new AuditChain(
                JdbcClient.create(servers.dataSource(servers.endpoints().batch())));
        this.commands = new Audit(servers.dataSource(servers.endpoints().batch()));
    }

    @BeforeEach
    void begin() {
        superuser
                .sql("truncate passerelle.audit, passerelle.audit_refusal;"
                        + " update passerelle.audit_head set audit_no = 0, hash = ''")
                .update();
    }

    @Test
    void numbersWithoutAHoleWhatManyAppendAtOnce() {
        try (var appending = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 200).forEach(i -> appending.execute(() -> append(1)));
        }

        assertThat(table.count(ALL)).isEqualTo(200);
        assertThat(table.page(ALL, 1, 0).getFirst().no()).isEqualTo(200);
        assertThat(chain.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        delete from passerelle.audit where audit_no = 3 | manque : ligne 3
        delete from passerelle.audit where audit_no in (1, 2) | manquent : lignes 1 à 2
        delete from passerelle.audit where audit_no = 5 | manque : ligne 5
        delete from passerelle.audit | manquent : lignes 1 à 5
        update passerelle.audit set subject = 'c-2' where audit_no = 4 | ligne 4 : modifiée, ou celle d'avant
        update passerelle.audit set done_at = done_at - interval '1 day' where audit_no = 5 | ligne 5 : modifiée, ou celle d'avant
        update passerelle.audit_head set hash = '' | ligne 5 : n'est pas la dernière qui fut écrite
        """)
    void saysWhichLineIsMissingOrWasChanged(String attempt, String fault) {
        append(5);
        assertThat(chain.faults()).isEmpty();

        superuser.sql(attempt).update();

        assertThat(chain.faults()).containsExactly(fault);
    }

    @Test
    void erasesWhatIsOlderThanAYearAndHoldsItsChain() {
        superuser.sql(OLD).update();
        superuser.sql("select passerelle.old(3)").query((row, n) -> n).list();
        append(2);
        assertThat(chain.faults()).isEmpty();

        assertThatThrownBy(() -> commands.eraseBefore(LocalDate.now(FRANCE).minusMonths(11)))
                .isInstanceOf(DataAccessException.class);
        assertThat(commands.eraseBefore(LocalDate.now(FRANCE).minusDays(380))).isEqualTo(2);

        assertThat(table.page(ALL, 9, 0))
                .extracting(AuditEntry::action)
                .containsExactly("AUDIT_ERASED", "LOGIN", "LOGIN", "LOGIN");
        assertThat(chain.faults()).isEmpty();
        superuser.sql("delete from passerelle.audit where audit_no = 3").update();
        assertThat(chain.faults()).containsExactly("manquent : lignes 1 à 3");
    }

    /** The anchor of an erasure is worth what it says only where what it left was a year old. */
    @Test
    void holdsNoBeginningErasedThatWasYoung() {
        append(5);
        superuser
                .sql("insert into passerelle.audit (account_id, action, subject, outcome) select 'commande',"
                        + " 'AUDIT_ERASED', audit_no || ':' || encode(hash, 'hex'), 'DONE' from passerelle.audit"
                        + " where audit_no = 3")
                .update();
        superuser.sql("delete from passerelle.audit where audit_no <= 3").update();

        assertThat(chain.faults()).containsExactly("ligne 4 : ce qui la précédait fut effacé avant d'avoir un an");
    }

    /** One line was enough for « modifiée » to be said for ever of the first one. */
    @Test
    void isNotSpoiltByAnAnchorThatNobodyErasedFor() {
        append(2);
        String forged = "insert into passerelle.audit (account_id, action, subject, outcome) values ('c-1',"
                + " 'AUDIT_ERASED', '0:" + "ab".repeat(32) + "', 'DONE')";

        assertThatThrownBy(() -> JdbcClient.create(consoles).sql(forged).update())
                .isInstanceOf(DataAccessException.class);
        superuser.sql(forged).update();
        assertThat(chain.faults()).isEmpty();
    }

    @Test
    void writesDownOnceAnHourWhatIsReadAtWill() {
        IntStream.range(0, 110).forEach(i -> console.read("c-1", AuditAction.API_READ, "rooms"));
        console.read("c-2", AuditAction.API_READ, "rooms");
        console.read("c-1", AuditAction.API_READ, "plans");

        assertThat(table.page(ALL, 9, 0))
                .extracting(entry -> entry.accountId() + " " + entry.subject())
                .containsExactly("c-1 plans", "c-2 rooms", "c-1 rooms");
    }

    @Test
    void findsWhatIsLookedFor() {
        append(3);
        console.record("c-2", "ABANDON", "N-000001", "REFUSED", "un doublon");
        var today = LocalDate.now(FRANCE);

        assertThat(table.page(
                        new AuditSelection("c-2", "ABANDON", "REFUSED", today.minusDays(1), today.plusDays(1)), 9, 0))
                .extracting(AuditEntry::motive)
                .containsExactly("un doublon");
        assertThat(table.count(new AuditSelection("c-1", null, null, null, null)))
                .isEqualTo(3);
        assertThat(table.count(new AuditSelection(null, null, null, today.plusDays(2), null)))
                .isZero();
        assertThat(table.count(new AuditSelection(null, null, null, null, today.minusDays(2))))
                .isZero();
        assertThat(table.page(ALL, 2, 2)).extracting(AuditEntry::no).containsExactly(2L, 1L);
        assertThat(table.actions()).containsExactly("ABANDON", "LOGIN");
    }

    @Test
    void countsStrangersByTheHour() {
        console.countRefusal();
        console.countRefusal();

        assertThat(table.refusals()).isEqualTo(2);
        assertThat(table.count(ALL)).isZero();
    }

    private void append(int lines) {
        for (int i = 0; i < lines; i++) {
            console.add("c-1", "LOGIN", "c-1", Outcome.DONE);
        }
    }
}
