package fr.passerelle.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RoomInventoried;
import jakarta.servlet.http.HttpServlet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.postgresql.PGConnection;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * The demonstration made many: its read model copied into a database of its own, with 4,000 rooms, many of them named after what has
 * broken software elsewhere; and a console over it that an identity provider lets people into.
 */
final class Crowd implements AutoCloseable {

    static final int ROOMS = 4_000;

    private final TestServers servers = TestServers.fresh("crowd");
    private final IdentityProvider provider;
    private final ConsoleProgram console;
    private final Visitor admin;

    Crowd(ConsoleSystem small) {
        new CrowdData(small.system(), servers).write(ROOMS, NastyTexts.names());
        provider = IdentityProvider.start();
        var properties = new LinkedHashMap<>(servers.properties());
        properties.putAll(provider.clientProperties());
        console = ConsoleProgram.start(properties, ConsoleSystem.PASSWORD);
        provider.allow(console.home());
        admin = Visitor.signedIn(console.home(), ConsoleSystem.ADMIN, ConsoleSystem.PASSWORD);
    }

    URI home() {
        return console.home();
    }

    TestServers servers() {
        return servers;
    }

    /** An administrator, signed in. */
    Visitor admin() {
        return admin;
    }

    /** The first account's password, as HTTP Basic writes it. */
    String basic() {
        return Visitor.basic(ConsoleSystem.ADMIN, ConsoleSystem.PASSWORD);
    }

    @Override
    public void close() {
        console.close();
        provider.close();
    }

    /** Copies the read model of a system into another database, and adds rooms to it: each a copy of one that is there, under another identifier and name. */
    private static final class CrowdData {

        private static final List<String> TABLES =
                List.of(("run current_run source_file run_scored file file_import reject correction decision "
                                + "registered_schema result")
                        .split(" "));

        /** Where the console reads rooms, sites and EPCIs; attendance is in a table of its own. */
        private static final String PLACES = " where seq in (select seq from passerelle.place_version)";

        private static final String RESULT =
                "insert into passerelle.result (namespace, type, id, run_no, partition, epci, withdrawn, payload, doc,"
                        + " schema_fingerprint) select ?, ?, ?, 1, 0, ?, false, ?, ?::jsonb, schema_fingerprint"
                        + " from passerelle.result where type = ? and payload is not null limit 1";
        private static final String ROOM = """
            insert into passerelle.journal (seq, event_id, epci, partition, subject, subject_seq, type, payload, schema_fingerprint, run_no)
            select (select max(seq) + 1 from passerelle.journal), gen_random_uuid(), epci, partition, 'room:' || ?, 1, type, ?,
                schema_fingerprint, run_no
            from passerelle.journal where seq = (select seq from passerelle.place_version where kind = 'room' and id = ?)\
            """;

        private final Deployment from;
        private final TestServers to;
        private final Records records = new Records();

        CrowdData(Deployment from, TestServers to) {
            this.from = from;
            this.to = to;
        }

        void write(int rooms, List<String> names) {
            try (Connection source = from.database().connect();
                    Connection target = to.connect()) {
                target.setAutoCommit(false);
                for (String table : TABLES) {
                    copy(source, target, table, "");
                }
                copy(source, target, "journal", PLACES);
                multiply(target, rooms, names);
                target.commit();
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void copy(Connection source, Connection target, String table, String which)
                throws SQLException, IOException {
            var columns = new ArrayList<String>();
            try (var rows = source.getMetaData().getColumns(null, "passerelle", table, null)) {
                while (rows.next()) {
                    columns.add(rows.getString("COLUMN_NAME"));
                }
            }
            var selected = columns.stream()
                    .map(column -> column.equals("namespace") ? "'" + to.namespace() + "'" : "\"" + column + "\"")
                    .collect(Collectors.joining(", "));
            var bytes = new ByteArrayOutputStream();
            source.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select " + selected + " from passerelle." + table + which + ") to stdout", bytes);
            target.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy passerelle." + table + " ("
                                    + columns.stream().map(c -> "\"" + c + "\"").collect(Collectors.joining(", "))
                                    + ") from stdin",
                            new ByteArrayInputStream(bytes.toByteArray()));
        }

        private void multiply(Connection target, int count, List<String> names) throws SQLException {
            var rooms = read(
                    target,
                    "select payload from passerelle.places_as_of('room', 1) order by id",
                    RoomInventoried.class);
            var scores = byId(results(target, "SCORE", Frequentation.class), Frequentation::getRoomId);
            var conversions = etapes(results(target, "CONVERSION", Conversion.class));
            var added = new HashMap<String, List<PlanRoom>>();
            try (var room = target.prepareStatement(ROOM);
                    var result = target.prepareStatement(RESULT)) {
                for (int i = rooms.size(); i < count; i++) {
                    var model = rooms.get(i % rooms.size());
                    var id = model.getRoomId() + "-" + i / rooms.size();
                    var name = names.get(i % names.size());
                    var own = RoomInventoried.newBuilder(model).setRoomId(id).setName(name);
                    batch(room, id, records.encode(own.build()), model.getRoomId());
                    var score = scores.get(model.getRoomId());
                    if (score != null) {
                        var copy = Frequentation.newBuilder(score).setRoomId(id);
                        addResult(result, "SCORE", id, model.getEpci(), copy.build());
                    }
                    var etape = conversions.get(model.getRoomId());
                    if (etape != null) {
                        var copy = Conversion.newBuilder(etape).setRoomId(id).setEpci(model.getEpci());
                        addResult(result, "CONVERSION", id, model.getEpci(), copy.build());
                    }
                    added.computeIfAbsent(model.getEpci(), epci -> new ArrayList<>())
                            .add(planRoom(model, id, name));
                }
                room.executeBatch();
                result.executeBatch();
            }
            rename(target, names, added);
            renewHash(target);
        }

        /** By room; a room that is the seat of a tiers lieu, of which an EPCI has one, lends its copies the étape of another. */
        private static Map<String, Conversion> etapes(List<Conversion> conversions) {
            var any = conversions.stream()
                    .filter(conversion -> conversion.getKind() == ConversionKind.ETAPE_NOMADE)
                    .findFirst()
                    .orElseThrow();
            return conversions.stream()
                    .collect(Collectors.toMap(
                            Conversion::getRoomId,
                            conversion -> conversion.getKind() == ConversionKind.ETAPE_NOMADE ? conversion : any));
        }

        private void addResult(PreparedStatement result, String type, String id, String epci, SpecificRecord record)
                throws SQLException {
            batch(result, to.namespace(), type, id, epci, records.encode(record), RecordJson.of(record), type);
        }

        private static void batch(PreparedStatement statement, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
        }

        private static PlanRoom planRoom(RoomInventoried model, String id, String name) {
            return PlanRoom.newBuilder()
                    .setRoomId(id)
                    .setName(name)
                    .setInsee(model.getInsee())
                    .setKind(ConversionKind.ETAPE_NOMADE)
                    .setCandidature(Candidature.SOUS_LE_SEUIL)
                    .setState(FrequentationState.NOTEE)
                    .setScore(30)
                    .setLow(20)
                    .setHigh(40)
                    .setGestion(model.getGestion())
                    .build();
        }

        /** Every second EPCI takes such a name too, in its plan as in what is known of it. */
        private void rename(Connection target, List<String> names, Map<String, List<PlanRoom>> added)
                throws SQLException {
            var plans = results(target, "PLAN", Plan.class);
            var epcis = byId(
                    read(target, "select payload from passerelle.places_as_of('epci', 1)", EpciDescribed.class),
                    EpciDescribed::getEpci);
            try (var result = target.prepareStatement(
                            "update passerelle.result set payload = ?, doc = ?::jsonb where type = 'PLAN' and id = ?");
                    var epci = target.prepareStatement(
                            "update passerelle.journal set payload = ? where subject = 'epci:' || ?")) {
                for (int i = 0; i < plans.size(); i++) {
                    var plan = plans.get(i);
                    var name = i % 2 == 0 ? plan.getName() : names.get(i % names.size());
                    var rooms = new ArrayList<>(plan.getRooms());
                    rooms.addAll(added.getOrDefault(plan.getEpci(), List.of()));
                    var renamed =
                            Plan.newBuilder(plan).setName(name).setRooms(rooms).build();
                    batch(result, records.encode(renamed), RecordJson.of(renamed), plan.getEpci());
                    var described =
                            EpciDescribed.newBuilder(epcis.get(plan.getEpci())).setName(name);
                    batch(epci, records.encode(described.build()), plan.getEpci());
                }
                result.executeBatch();
                epci.executeBatch();
            }
        }

        private <T extends SpecificRecord> List<T> results(Connection target, String type, Class<T> record)
                throws SQLException {
            return read(
                    target,
                    "select payload from passerelle.current_result where not withdrawn and type = '" + type
                            + "' order by id",
                    record);
        }

        private <T extends SpecificRecord> List<T> read(Connection target, String query, Class<T> record)
                throws SQLException {
            var all = new ArrayList<T>();
            try (var statement = target.createStatement();
                    var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    all.add(records.decode(rows.getBytes(1), SpecificData.get().getSchema(record), record));
                }
            }
            return all;
        }

        private static <T> Map<String, T> byId(List<T> records, Function<T, String> id) {
            return records.stream().collect(Collectors.toMap(id, record -> record));
        }
    }

    /** The hash of the current run made that of the results that a test has put there: nobody shows others. */
    static void renewHash(Connection database) throws SQLException {
        var hash = new ResultHash();
        try (var statement = database.createStatement()) {
            try (var rows = statement.executeQuery("""
                select r.type, r.id, r.payload from passerelle.current_run c, passerelle.results_as_of(c.namespace, c.run_no) r
                order by r.type, r.id collate "C"\
                """)) {
                while (rows.next()) {
                    hash.add(ResultHash.Type.valueOf(rows.getString(1)), rows.getString(2), rows.getBytes(3));
                }
            }
            try (var run = statement.executeQuery("select r.bareme_hash, r.as_of, r.run_no from passerelle.run r"
                    + " join passerelle.current_run using (run_no)")) {
                run.next();
                statement.execute("update passerelle.run set result_hash = '%s' where run_no = %d"
                        .formatted(hash.of(run.getString(1), run.getString(2)), run.getLong(3)));
            }
        }
    }

    /** Texts that have broken software elsewhere: after the Big List of Naughty Strings and the usual lists of injections. */
    static final class NastyTexts {

        private NastyTexts() {}

        /** All of them, as somebody may type them. */
        static List<String> all() {
            return List.of(new String[] {
                "", " ", "null", "undefined",
                "NaN", "-1", "0x0", "1e309",
                "99999999999999999999999999", "1;drop table passerelle.room;--", "' or '1'='1", "\" or \"\"=\"",
                "%_\\", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>",
                "javascript:alert(1)", "</script><script>alert(1)</script>", "<!--", "]]>",
                "${7*7}", "#{7*7}", "*{T(java.lang.Runtime).getRuntime()}", "__${new java.util.Date()}__::.x",
                "[[${7*7}]]", "{{7*7}}", "=cmd|' /C calc'!A0", "+1+1",
                "-1+1", "@SUM(1+1)", "../../etc/passwd", "..\\..\\boot.ini",
                "file:///etc/passwd", "http://localhost:1/", "\u0000", "\u0001\u0008\u001b[31m",
                "\r\nSet-Cookie: a=b", "\u202etset\u202c", "\ufeff", "\u200b",
                "Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "الكل في المجمو عة", "🙈🙉🙊",
                "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮", "a".repeat(3000)
            });
        }

        /** Those that a name may be: without control characters, and neither empty nor blank. */
        static List<String> names() {
            return all().stream()
                    .filter(text -> !text.isBlank())
                    .filter(text -> text.codePoints().noneMatch(Character::isISOControl))
                    .toList();
        }
    }

    /** Spring's authorization server, as a région's identity provider would be: two agents, of whom one has a group that means something here. */
    static final class IdentityProvider implements AutoCloseable {

        static final String ANALYST = "agent-analyste";
        static final String STRANGER = "agent-sans-groupe";
        static final String PASSWORD = "mot-de-passe-du-fournisseur";

        private static final String CLIENT = "passerelle";
        private static final String SECRET = "secret-du-client";
        private static final String GROUP = "grp-analystes";

        private final AnnotationConfigServletWebServerApplicationContext context;
        private final String issuer;

        private IdentityProvider(AnnotationConfigServletWebServerApplicationContext context, String issuer) {
            this.context = context;
            this.issuer = issuer;
        }

        static IdentityProvider start() {
            int port = ConsoleProgram.freePort();
            var issuer = "http://127.0.0.1:" + port;
            var context = new AnnotationConfigServletWebServerApplicationContext();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("issuer", Map.of("issuer", issuer, "port", port)));
            context.register(Provider.class);
            context.refresh();
            return new IdentityProvider(context, issuer);
        }

        /** What a console is told to let its people in. */
        Map<String, String> clientProperties() {
            return Map.of(
                    "spring.security.oauth2.client.registration.region.client-id", CLIENT,
                    "spring.security.oauth2.client.registration.region.client-secret", SECRET,
                    "spring.security.oauth2.client.registration.region.client-name", "Région",
                    "spring.security.oauth2.client.registration.region.scope", "openid",
                    "spring.security.oauth2.client.provider.region.issuer-uri", issuer,
                    "passerelle.console.oidc.roles-claim", "groupes",
                    "passerelle.console.oidc.roles.ANALYSTE", GROUP);
        }

        /** Lets a console send people here. */
        void allow(URI console) {
            context.getBean(InMemoryRegisteredClientRepository.class)
                    .save(client(console + "login/oauth2/code/region"));
        }

        @Override
        public void close() {
            context.close();
        }

        private static RegisteredClient client(String redirection) {
            return RegisteredClient.withId(CLIENT)
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(redirection)
                    .scope("openid")
                    .build();
        }

        @Configuration
        @EnableWebSecurity
        static class Provider {

            @Bean
            TomcatServletWebServerFactory server(Environment environment) {
                return new TomcatServletWebServerFactory(environment.getRequiredProperty("port", Integer.class));
            }

            /** Tomcat asks filters about what a servlet is mapped to, and of nothing else. */
            @Bean
            ServletRegistrationBean<HttpServlet> servlet() {
                return new ServletRegistrationBean<>(new HttpServlet() {}, "/");
            }

            @Bean
            DelegatingFilterProxyRegistrationBean filter() {
                return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
            }

            @Bean
            @Order(1)
            SecurityFilterChain protocol(HttpSecurity http) throws Exception {
                http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                });
                return http.authorizeHttpRequests(
                                requests -> requests.anyRequest().authenticated())
                        .exceptionHandling(refusals ->
                                refusals.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                        .build();
            }

            @Bean
            @Order(2)
            SecurityFilterChain login(HttpSecurity http) throws Exception {
                return http.authorizeHttpRequests(
                                requests -> requests.anyRequest().authenticated())
                        .formLogin(Customizer.withDefaults())
                        .build();
            }

            @Bean
            UserDetailsService people() {
                return new InMemoryUserDetailsManager(person(ANALYST, GROUP), person(STRANGER, "grp-autres"));
            }

            private static UserDetails person(String login, String group) {
                return User.withUsername(login)
                        .password("{noop}" + PASSWORD)
                        .authorities(group)
                        .build();
            }

            @Bean
            InMemoryRegisteredClientRepository clients() {
                return new InMemoryRegisteredClientRepository(client("http://127.0.0.1/personne"));
            }

            @Bean
            OAuth2TokenCustomizer<JwtEncodingContext> claims() {
                return token -> {
                    Authentication agent = Objects.requireNonNull(token.getPrincipal());
                    token.getClaims()
                            .claim("preferred_username", agent.getName())
                            .claim("groupes", groups(agent));
                };
            }

            private static List<String> groups(Authentication agent) {
                return agent.getAuthorities().stream()
                        .map(group -> String.valueOf(group.getAuthority()))
                        .toList();
            }

            @Bean
            JWKSource<SecurityContext> keys() throws JOSEException {
                return new ImmutableJWKSet<>(
                        new JWKSet(new RSAKeyGenerator(2048).keyID("essai").generate()));
            }

            @Bean
            JwtDecoder decoder(JWKSource<SecurityContext> keys) {
                return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
            }

            @Bean
            AuthorizationServerSettings settings(Environment environment) {
                return AuthorizationServerSettings.builder()
                        .issuer(environment.getRequiredProperty("issuer"))
                        .build();
            }
        }
    }
}
