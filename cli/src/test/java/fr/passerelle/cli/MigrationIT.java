package fr.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import org.junit.jupiter.api.Test;

/** A database of which another version of Passerelle made the tables. */
@WithServers
record MigrationIT(TestServers servers) {

    @Test
    void isRefusedInFrenchAndLeftAsItIs() {
        servers.database()
                .change("update flyway_schema_history set description = 'spine', checksum = 1 where version = '1'");

        assertThat(CommandOutput.by(servers, "register")
                        .failed(1, "Une autre version de Passerelle", "./passerelle down", "effacez var/")
                        .err())
                .doesNotContain("Flyway");
        servers.database().change("select from passerelle.run");
    }

    /** The administrator of a database elsewhere has to take that away: nobody else sees that it is missing. */
    @Test
    void saysWhereAnalystsMayWrite() {
        TestServers elsewhere = TestServers.fresh("analysts");
        String told = "Le compte des analystes peut écrire dans la base";
        CommandOutput before = CommandOutput.by(elsewhere, "register");
        assertThat(before.out()).as(before.err()).contains(told);

        elsewhere
                .database()
                .change("do $$ begin execute format('revoke temporary on database %I from public',"
                        + " current_database()); end $$");

        assertThat(CommandOutput.by(elsewhere, "register").out())
                .contains("sont prêts")
                .doesNotContain(told);
    }

    @Test
    void isToldByEachCommandThatReadsWhatIsNotThere() {
        servers.database().change("alter table passerelle.run rename column as_of to month");

        assertThat(CommandOutput.by(servers, "runs")
                        .failed(
                                1,
                                "Une autre version de Passerelle a fait les tables de cette base",
                                "./passerelle register")
                        .err())
                .doesNotContain("SQL", "inattendue");
    }
}
