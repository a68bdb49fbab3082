package fr.passerelle.local.server;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.server.Endpoints.DatabaseRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** Who may enter PostgreSQL: a role that owns each database and nothing else, one a program, one for analysts; their rights are granted by migration. */
record PostgresqlAccess(Path secrets) {

    private static final int PASSWORD_BYTES = 24;

    static final String SUPERUSER = "postgres";
    static final String PASSERELLE = "passerelle";
    static final String REGISTRY = "registre";
    static final String BATCH = "passerelle_batch";
    static final String EVENTS = "passerelle_events";
    static final String CONSOLE = "passerelle_console";
    static final String ANALYST = "passerelle_analyst";

    /** What writes outside of any table, so that no grant holds it: large objects, in each backup, and messages to the write-ahead log. */
    private static final String NOBODY_WRITES_BESIDE = """
        do $$
        declare
            function regprocedure;
        begin
            for function in
                select oid from pg_proc
                where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_.*|lowrite|loread|pg_logical_emit_message)$'
            loop
                execute format('revoke execute on function %s from public', function);
            end loop;
        end
        $$\
        """;

    static final List<String> PROGRAMS = List.of(PASSERELLE, BATCH, EVENTS, CONSOLE, ANALYST);

    /** The password of a role: drawn the first time it is asked for. */
    String password(String role) {
        var file = file(role);
        if (!Files.exists(file)) {
            var bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            PrivateFiles.write(file, HexFormat.of().formatHex(bytes));
        }
        return PrivateFiles.unchecked(() -> Files.readString(file));
    }

    /** Where the password of a role is kept, which only its owner reads. */
    Path file(String role) {
        return secrets.resolve(role);
    }

    DatabaseRole account(String role) {
        return new DatabaseRole(role, password(role));
    }

    /** The address of a database, as the programs of Passerelle want it: a refused row is never quoted in an error. */
    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?logServerErrorDetail=false";
    }

    Connection superuser(int port, String database) throws SQLException {
        DriverManager.setLoginTimeout(5);
        return DriverManager.getConnection(url(port, database), SUPERUSER, password(SUPERUSER));
    }

    /** Creates what is missing, and leaves the rest. */
    void createRoles(int port) {
        try {
            // What a database is made of is copied from the template: nobody may be in it then.
            executeIn(port, "template1", NOBODY_WRITES_BESIDE);
            createRolesIn(port);
            executeIn(port, PASSERELLE, NOBODY_WRITES_BESIDE);
        } catch (SQLException e) {
            throw new LocalFault("PostgreSQL a refusé de créer les comptes de Passerelle : " + e.getMessage() + ".", e);
        }
    }

    private void executeIn(int port, String database, String sql) throws SQLException {
        try (var connection = superuser(port, database)) {
            execute(connection, sql);
        }
    }

    private void createRolesIn(int port) throws SQLException {
        try (var connection = superuser(port, "postgres")) {
            for (var role : List.of(PASSERELLE, REGISTRY)) {
                createRole(connection, role);
                createDatabase(connection, role);
            }
            for (var role : List.of(BATCH, EVENTS, CONSOLE, ANALYST)) {
                createRole(connection, role);
                execute(connection, "grant connect on database " + PASSERELLE + " to " + role);
            }
            // Chunks stage their changes in a temporary table.
            execute(connection, "grant temporary on database " + PASSERELLE + " to " + BATCH);
            // Where everybody may enter, everybody may write large objects.
            execute(connection, "revoke connect, temporary on database postgres, template1 from public");
            // A query by hand may neither write nor hold the others up for long, nor take all connections or the disk.
            // What a role may set, it may set otherwise: the owner, who may what it may, ends what lasts
            // (passerelle.end_analysts).
            execute(connection, "grant " + ANALYST + " to " + PASSERELLE);
            execute(connection, "alter role " + ANALYST + " set temp_file_limit = '1GB'");
            execute(connection, "alter role " + ANALYST + " connection limit 20");
            execute(connection, "alter role " + ANALYST + " set default_transaction_read_only = on");
            execute(connection, "alter role " + ANALYST + " set statement_timeout = '5min'");
        }
    }

    /** The names are ours, and SQL takes no parameter there. */
    private void createRole(Connection connection, String role) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            execute(connection, "create role " + role + " login password '" + password(role) + "'");
        }
    }

    private static void createDatabase(Connection connection, String role) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", role)) {
            execute(connection, "create database " + role + " owner " + role);
        }
        execute(connection, "revoke connect, temporary on database " + role + " from public");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
