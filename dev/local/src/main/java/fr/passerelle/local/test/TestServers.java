package fr.passerelle.local.test;

import fr.passerelle.local.fixture.Scratch;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.Broker;
import fr.passerelle.local.program.Database;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.server.Endpoints.DatabaseRole;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.postgresql.ds.PGSimpleDataSource;

/** What one test class has of the build's servers: a migrated database and a namespace of its own, by {@link WithServers} or {@link #fresh(String)}. */
public record TestServers(Endpoints endpoints, String namespace) {

    private static final String KEPT = "_kept";
    private static final Duration KNOWN = Duration.ofMinutes(2);

    /** The partitions a topic has unless a test says otherwise. */
    public static final int PARTITIONS = 12;

    /** Starts the servers if this build has none yet, and sets a database and namespace apart; the name hints whose. */
    public static TestServers fresh(String name) {
        return BuildServers.ofThisBuild().fresh(name);
    }

    /** Hands out what all tests of this build share, to read and never to change: the first makes it ready, the others wait three minutes at most. */
    public static TestServers shared(String name, Consumer<TestServers> preparation) {
        return BuildServers.ofThisBuild().shared(name, preparation);
    }

    /** Keeps a copy of the database of a namespace of this build, as it is now; nobody may be connected to it. */
    public static void keepDatabase(String namespace) {
        BuildServers.ofThisBuild().copy(namespace, namespace + KEPT);
    }

    /** Restores the database of a namespace from the copy that was kept: who is connected to it is cut off. */
    public static void restoreDatabase(String namespace) {
        BuildServers.ofThisBuild().copy(namespace + KEPT, namespace);
    }

    public Topics topics() {
        return new Topics(namespace);
    }

    /** A connection to this test's database, by the role that owns it. */
    public Connection connect() throws SQLException {
        return database().connect();
    }

    public Connection connect(DatabaseRole account) throws SQLException {
        return database().connect(account);
    }

    /** The first column of what a query answers, as texts, in the order of the query. */
    public List<String> firstColumn(String sql) throws SQLException {
        return firstColumn(endpoints.owner(), sql);
    }

    public List<String> firstColumn(DatabaseRole account, String sql) throws SQLException {
        return database().rows(account, sql, row -> row.getString(1));
    }

    /** This test's database behind the programs' backs. */
    public Database database() {
        return new Database(() -> endpoints);
    }

    /** The same as the role that owns it, for what asks for a data source; each connection is a new one. */
    public DataSource dataSource() {
        return dataSource(endpoints.owner());
    }

    public DataSource dataSource(DatabaseRole account) {
        var source = new PGSimpleDataSource();
        source.setUrl(endpoints.postgresUrl());
        source.setUser(account.user());
        source.setPassword(account.password());
        return source;
    }

    /** All that {@code batch} and {@code events} are configured with, by property name. */
    public Map<String, String> properties() {
        var properties = new LinkedHashMap<>(endpoints.properties());
        properties.put("passerelle.namespace", namespace);
        properties.put("passerelle.partitions", "" + PARTITIONS);
        var kept = Scratch.place(namespace);
        properties.put("passerelle.inputs", kept.toString());
        properties.put("passerelle.metrics", kept.resolve("passerelle.prom").toString());
        return properties;
    }

    /** {@link #properties()} as command-line arguments, {@code --name=value}. */
    public String[] arguments() {
        return properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    /** Creates every topic of the catalogue with {@link #PARTITIONS} partitions, for a module that does not do it itself. */
    public void createTopics() {
        var topics = Stream.concat(topics().typed().stream(), Stream.of(topics().positions(), topics().deadLetters()))
                .map(TestServers::newTopic)
                .toList();
        var names = topics.stream().map(NewTopic::name).toList();
        var known = new Broker(endpoints.administrator()).administer(admin -> {
            admin.createTopics(topics).all().get();
            return Poll.until(KNOWN, () -> knows(admin, names));
        });
        if (!known) {
            throw new IllegalStateException("Kafka does not know the topics of " + namespace + " that it made");
        }
    }

    /** A broker that is busy made topics up to half a minute after it said so. */
    private static boolean knows(Admin admin, List<String> names) {
        return admin.describeTopics(names).topicNameValues().values().stream()
                .allMatch(topic -> topic.toCompletionStage()
                        .handle((known, no) -> no == null)
                        .toCompletableFuture()
                        .join());
    }

    private static NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.name(), topic.compacted() ? 1 : PARTITIONS, (short) 1)
                .configs(Map.of("retention.ms", "-1", "cleanup.policy", topic.compacted() ? "compact" : "delete"));
    }
}
